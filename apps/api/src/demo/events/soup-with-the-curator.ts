import { type DemoEvent, museumVenue } from '../demo-event.js'

/** A draft that somebody has begun: no picture, no host, half a story. */
export const soupWithTheCurator: DemoEvent = {
  title: 'Soup with the Curator',
  locale: 'en',
  tagline: 'Eight chairs, one pot, and the things that never made it into a showcase.',
  story: `<p>Once a season our curator cooks, and brings what she cannot show: a meteorite that may be a doorstop, a letter that was never sent.</p>`,
  practical: '',
  hashtag: '',
  venue: museumVenue,
  capacity: 8,
  hosts: [],
  questions: [],
  agenda: [],
}
