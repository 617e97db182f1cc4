import { type DemoEvent, museumVenue } from '../demo-event.js'

export const insideTheMoonLander: DemoEvent = {
  title: 'Inside the Moon Lander',
  locale: 'en',
  tagline: 'Twelve of you may climb in. Nobody has since 1971.',
  story: `<p>Our lander never flew. It was built to be shaken, baked and dropped, so that its sister could land. Volunteers have spent two years putting back every switch.</p>
<p>For one evening you can climb in, close the hatch and fly it down: the computer is the real one, the Moon is on the windows. Ineke sits beside you and does not touch anything.</p>`,
  practical: `<h3>What to wear</h3><p>Trousers, flat shoes, nothing in your pockets. The hatch is 81 centimetres wide.</p><h3>Bus from Leiden Centraal, stand C</h3><p>Stop: Duinlicht.</p>`,
  hashtag: 'LanderNight',
  cover: { file: 'lander.svg', alt: 'A Moon lander on a hill in front of a huge full Moon, people beside it.' },
  venue: museumVenue,
  capacity: 12,
  hosts: ['ineke', 'joost'],
  questions: [
    {
      type: 'short',
      label: 'What do you do all day?',
      required: true,
      maxLength: 120,
      answers: ['I repair bicycles', 'Nurse', 'Student of archaeology', 'Retired, busier than before', 'Illustrator', 'I drive the 21 bus'],
    },
    {
      type: 'long',
      label: 'Who would you tell about it first?',
      required: false,
      maxLength: 400,
      answers: ['My daughter, who is seven and knows all the switches.', 'My 3 000 followers and my mother.', '', 'The whole repair café.'],
    },
    {
      type: 'choice',
      label: 'Do you mind small spaces?',
      required: true,
      options: ['Not at all', 'A little', 'I will find out'],
      answers: ['Not at all', 'A little', 'I will find out'],
    },
  ],
  agenda: [
    { after: '0:00', title: 'Doors and badges', place: 'Foyer' },
    { after: '0:30', title: 'How to land on the Moon', place: 'Auditorium', speaker: 'Ineke Brouwer, flight operations' },
    { after: '1:15', title: 'Twelve landings', place: 'Test hall', note: 'Six minutes each. The others watch from mission control.' },
    { after: '2:45', title: 'Debriefing, with bitterballen', place: 'Café' },
  ],
}
