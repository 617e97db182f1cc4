import { usualPolicy } from '#policy'
import { type DemoEvent, museumVenue } from '../demo-event.js'
import { cometQuestions, isNeighbour } from './comet-questions.js'

export const nightOfTheComet: DemoEvent = {
  title: 'Night of the Comet',
  locale: 'en',
  tagline: 'A hundred of you, eleven telescopes, and a comet that was last seen by mammoths.',
  story: `<p>On Sunday evening, comet 4417 stands a hand above the sea at Noordwijk, bright enough for bare eyes. We would rather not watch it alone.</p>
<p>So we close the museum to visitors, put soup on, and open the doors that are normally shut: the test hall, the workshop, the roof. Ineke Brouwer, who steered a lander onto a comet from a desk four hundred metres away, tells what it was like to wait seven hours for one bit of data.</p>
<p>At dusk we walk up into the dunes together. Eleven telescopes are waiting, each with somebody who knows it well. You tell the rest of the world: your pictures, your words, #CometNight.</p>
<p>If it’s cloudy, we go on. The planetarium does not mind the weather.</p>`,
  practical: `<h3>Bus from Leiden Centraal, stand C</h3><p>Every 15 minutes, 24 minutes on the way. Stop: Duinlicht.</p>
<h3>By bike, along the dunes</h3><p>45 minutes from Leiden. Racks by the rocket.</p>
<h3>Bring a coat</h3><p>It is cold up there, whatever the month. The path up the dune takes ten minutes on foot; a cart takes who needs it.</p>`,
  hashtag: 'CometNight',
  cover: {
    file: 'comet.svg',
    alt: 'A comet with a long green tail above the sea; people with a telescope stand in the dunes, a lighthouse behind them.',
  },
  venue: museumVenue,
  capacity: 100,
  hosts: ['mirjam', 'ineke'],
  questions: cometQuestions,
  policy: (idOf) => ({
    ...usualPolicy,
    pools: [
      {
        id: 'noordwijk',
        seats: 20,
        who: { kind: 'answer', questionId: idOf(isNeighbour), options: ['Yes'] },
        called: { nl: 'mensen die in Noordwijk wonen', en: 'people who live in Noordwijk' },
        closesAt: null,
      },
      ...usualPolicy.pools,
    ],
    spillTo: 'open',
    weights: { ...usualPolicy.weights, losses: 'squared' },
    companions: { largest: 2, fill: 'hold' },
  }),
  agenda: [
    {
      after: '0:00',
      title: 'Doors, badges, soup',
      place: 'Foyer',
      note: 'Come as early as you like; the soup is lentil. Mirjam is the one in the green jumper.',
    },
    { after: '0:40', title: 'Everybody says hello', place: 'Foyer', note: 'Name, handle, one thing you have seen through a telescope.' },
    { after: '1:00', title: 'Seven hours for one bit', place: 'Auditorium', speaker: 'Ineke Brouwer, flight operations' },
    {
      after: '2:15',
      title: 'Behind the locked doors',
      place: 'Test hall, workshop, roof',
      speaker: 'Joost Bakker',
      note: 'In groups of twelve. Closed shoes, please.',
    },
    {
      after: '3:50',
      title: 'Sunset, and up the dune',
      note: 'Ten minutes on foot; a cart for who needs it. We have forty blankets, not a hundred.',
    },
    {
      after: '4:30',
      title: 'The comet',
      place: 'The high dune',
      note: 'Eleven telescopes. Queue at any, stay as long as you like. The last bus to Leiden leaves at 23:40.',
    },
  ],
}
