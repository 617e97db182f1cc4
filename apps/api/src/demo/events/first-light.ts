import { type DemoEvent, museumVenue } from '../demo-event.js'

export const firstLight: DemoEvent = {
  title: 'First Light',
  locale: 'en',
  tagline: 'Fifteen early risers, a rebuilt telescope, and the Sun.',
  story: `<p>The old solar telescope has not seen daylight for thirty years. On this morning it did, and fifteen of you were there when the shutter opened.</p>`,
  practical: `<h3>By bike, along the dunes</h3><p>There is no bus at five in the morning. Racks by the rocket.</p>`,
  hashtag: 'FirstLight',
  cover: { file: 'first-light.svg', alt: 'Sunrise over the sea with a lighthouse; three people watch from a dune.' },
  venue: museumVenue,
  capacity: 15,
  hosts: ['ineke'],
  questions: [
    {
      type: 'short',
      label: 'When did you last see the Sun rise?',
      required: true,
      maxLength: 120,
      answers: ['On a night train', 'This morning, I am a baker', 'Never on purpose'],
    },
    {
      type: 'long',
      label: 'What will you make of it?',
      required: false,
      maxLength: 400,
      answers: ['A drawing.', '', 'A thread, with too many pictures.'],
    },
    { type: 'choice', label: 'Coffee or tea?', required: true, options: ['Coffee', 'Tea'], answers: ['Coffee', 'Tea'] },
  ],
  agenda: [
    { after: '0:00', title: 'Coffee', place: 'Roof' },
    { after: '0:35', title: 'First light', place: 'Roof', speaker: 'Ineke Brouwer, flight operations' },
  ],
  words: [
    'The moment when nobody said anything.',
    'Start even earlier.',
    'Please do it again with Mercury.',
    'The coffee was as good as the Sun.',
  ],
}
