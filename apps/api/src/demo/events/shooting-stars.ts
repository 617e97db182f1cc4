import { type DemoEvent, museumVenue } from '../demo-event.js'

export const shootingStars: DemoEvent = {
  title: 'Vallende sterren tellen',
  locale: 'nl',
  tagline: 'Vierentwintig mensen op hun rug in het duin. Wie de meeste telt, krijgt de laatste deken.',
  story: `<p>Elk uur vallen er een stuk of zestig, als je lang genoeg blijft liggen. Wij leggen de dekens neer, jij telt mee, en om middernacht tellen we op.</p>
<p>De getallen gaan naar de sterrenwacht, die er echt iets mee doet. De verhalen gaan naar #SterrenTellen.</p>`,
  practical: `<h3>Bus vanaf Leiden Centraal, perron C</h3><p>De laatste bus terug gaat om 00.40 uur; we sturen niemand weg die hem mist.</p><h3>Warm blijven</h3><p>Twee lagen meer dan je denkt. Thee is er de hele nacht.</p>`,
  hashtag: 'SterrenTellen',
  cover: { file: 'perseids.svg', alt: 'Vallende sterren in een paarse lucht boven de duinen, met mensen die omhoog kijken.' },
  venue: museumVenue,
  capacity: 24,
  hosts: ['mirjam', 'joost'],
  questions: [
    {
      type: 'short',
      label: 'Uit welke plaats kom je?',
      required: true,
      maxLength: 80,
      answers: ['Leiden', 'Noordwijk', 'Hillegom', 'Gouda', 'Delft', 'Nijmegen'],
    },
    {
      type: 'long',
      label: 'Waar denk je aan bij een vallende ster?',
      required: false,
      maxLength: 400,
      answers: ['Aan mijn opa, die er altijd eentje eerder zag.', '', 'Aan natrium.', 'Aan een wens die ik al had.'],
    },
    {
      type: 'choice',
      label: 'Hoe kom je?',
      required: true,
      options: ['Met trein en bus', 'Op de fiets', 'Met de auto'],
      answers: ['Op de fiets', 'Met trein en bus', 'Met de auto'],
    },
  ],
  agenda: [
    { after: '0:00', title: 'Dekens, badges, thee', place: 'Foyer' },
    { after: '0:30', title: 'Zo tel je', place: 'Auditorium', speaker: 'Joost Bakker' },
    { after: '1:15', title: 'Liggen en tellen', place: 'Het hoge duin' },
    { after: '2:50', title: 'Optellen', place: 'Het hoge duin' },
  ],
  words: [
    'De thee mag blijven, en de stilte om elf uur ook.',
    'Ik had er 41. Volgende keer graag een vak voor wolken.',
    'Meer dekens! Verder niets veranderen.',
    'Voor het eerst met mensen gepraat die ik al drie jaar volg.',
    'De bus terug was krap, maar het mooiste deel van de avond.',
    'Een kussen erbij en ik kom elk jaar.',
  ],
}
