import { type DemoEvent, museumVenue } from '../demo-event.js'

export const orionForBeginners: DemoEvent = {
  title: 'Orion for Beginners',
  locale: 'en',
  tagline: 'Forty people, no telescope, and the one constellation everybody can find.',
  story: `<p>You need nothing but your eyes and a warm hat. Joost shows you how to find Orion, how to find everything else from there, and which of those dots was a god, a dog or a lost bet.</p>
<p>We walk for an hour along the water line, away from the lamps, and stop whenever somebody asks something. There is cocoa at the end.</p>`,
  practical: `<h3>Bus from Leiden Centraal, stand C</h3><p>Every 15 minutes. Stop: Duinlicht.</p><h3>On the beach</h3><p>About four kilometres, on wet sand. Boots are a good idea.</p>`,
  hashtag: 'OrionWalk',
  cover: { file: 'winter.svg', alt: 'Orion above snowy dunes, a lighthouse and a few people looking up.' },
  venue: museumVenue,
  capacity: 40,
  hosts: ['joost'],
  questions: [
    { type: 'short', label: 'What is the last star you saw?', required: true, maxLength: 120, answers: ['Sirius'] },
    { type: 'long', label: 'What have you always wanted to ask about the sky?', required: false, maxLength: 400, answers: [''] },
    {
      type: 'choice',
      label: 'How far do you like to walk?',
      required: true,
      options: ['All the way', 'Half of it', 'I would rather sit'],
      answers: ['All the way'],
    },
  ],
  agenda: [
    { after: '0:00', title: 'Hats, gloves, hello', place: 'Foyer' },
    { after: '0:30', title: 'Out to the water line', speaker: 'Joost Bakker' },
    { after: '2:00', title: 'Cocoa', place: 'Café' },
  ],
}
