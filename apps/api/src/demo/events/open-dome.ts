import { type DemoEvent, museumVenue } from '../demo-event.js'

export const openDome: DemoEvent = {
  title: 'Open Dome',
  locale: 'en',
  tagline: 'We roll back the roof. Twenty people may lie down under it.',
  story: `<p>Our dome is forty-two years old and opens with a sound like a ship. Today we grease the rails, and twenty of you may lie on the floor while it happens.</p>
<p>Afterwards Ineke points the big refractor at whatever you shout first.</p>`,
  practical: `<h3>Bus from Leiden Centraal, stand C</h3><p>Every 15 minutes. Stop: Duinlicht.</p><h3>Bring a pillow</h3><p>The floor is a floor. Photographs welcome, flash is not.</p>`,
  hashtag: 'OpenDome',
  cover: { file: 'dome.svg', alt: 'An observatory with its dome open, light streaming into a green night sky.' },
  venue: museumVenue,
  capacity: 20,
  hosts: ['mirjam', 'ineke'],
  questions: [
    {
      type: 'short',
      label: 'Which town do you come from?',
      required: true,
      maxLength: 80,
      answers: ['Leiden', 'Voorhout', 'Lisse', 'Amsterdam', 'Zoetermeer', 'Bruges'],
    },
    {
      type: 'long',
      label: 'What should Ineke point at?',
      required: false,
      maxLength: 400,
      answers: [
        'Jupiter, please, for the moons.',
        'Whatever is closest to looking like a face.',
        '',
        'The double star in the handle of the Plough.',
      ],
    },
    { type: 'choice', label: 'Pillow or chair?', required: true, options: ['Pillow', 'Chair'], answers: ['Pillow', 'Chair', 'Pillow'] },
  ],
  agenda: [
    { after: '0:00', title: 'Doors, badges, pillows', place: 'Foyer' },
    { after: '0:45', title: 'The roof opens', place: 'Dome', speaker: 'Ineke Brouwer' },
    { after: '1:30', title: 'Shout a star', place: 'Dome' },
    { after: '3:30', title: 'Soup, and out', place: 'Café' },
  ],
}
