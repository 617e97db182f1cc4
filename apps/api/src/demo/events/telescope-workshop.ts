import { type DemoEvent, museumVenue } from '../demo-event.js'

export const telescopeWorkshop: DemoEvent = {
  title: 'Bouw je eigen telescoop',
  locale: 'nl',
  tagline: 'Zestien mensen, zestien buizen, en aan het eind van de dag kijk je naar Saturnus.',
  story: `<p>Een telescoop is een buis, twee stukken glas en geduld. De buis en het glas liggen klaar, het geduld nemen we samen.</p>
<p>Joost bouwde zijn eerste toen hij elf was, met een leesbril en een regenpijp. Hij laat zien hoe het beter kan. Wie klaar is, loopt mee het duin op om hem uit te proberen; je neemt hem daarna gewoon mee naar huis.</p>
<p>Je hoeft niets te kunnen. Deel wat je maakt met #EigenTelescoop, ook als het scheef wordt.</p>`,
  practical: `<h3>Bus vanaf Leiden Centraal, perron C</h3><p>Elk kwartier, 24 minuten onderweg. Halte Duinlicht.</p><h3>Wat je meeneemt</h3><p>Kleren die tegen lijm kunnen en een jas voor ’s avonds. Voor lunch en soep zorgen wij.</p>`,
  hashtag: 'EigenTelescoop',
  cover: { file: 'workshop.svg', alt: 'Drie telescopen op een duin bij zonsondergang, met mensen ernaast.' },
  venue: museumVenue,
  capacity: 16,
  hosts: ['joost', 'mirjam'],
  questions: [
    {
      type: 'short',
      label: 'Uit welke plaats kom je?',
      required: true,
      maxLength: 80,
      answers: ['Leiden', 'Katwijk', 'Haarlem', 'Alphen aan den Rijn', 'Zwolle', 'Antwerpen', 'Den Haag'],
    },
    {
      type: 'long',
      label: 'Wat was het laatste dat je zelf hebt gemaakt?',
      help: 'Twee zinnen is genoeg. Het telt niet mee voor de trekking.',
      required: false,
      maxLength: 400,
      answers: [
        'Een vogelhuisje. Er woont niemand, maar het hangt.',
        'Een trui met één mouw te veel.',
        '',
        'Een app die zegt wanneer het ruimtestation overkomt.',
        'Zuurdesembrood, elke zaterdag.',
      ],
    },
    {
      type: 'choice',
      label: 'Hoe kom je?',
      required: true,
      options: ['Met trein en bus', 'Op de fiets', 'Met de auto'],
      answers: ['Met trein en bus', 'Op de fiets', 'Met de auto'],
    },
  ],
  agenda: [
    { after: '0:00', title: 'Koffie en buizen', place: 'Werkplaats' },
    { after: '0:30', title: 'Glas slijpen voor beginners', place: 'Werkplaats', speaker: 'Joost Bakker' },
    { after: '2:30', title: 'Lunch', place: 'Café' },
    { after: '3:30', title: 'Bouwen', place: 'Werkplaats', note: 'Er is altijd iemand die helpt.' },
    { after: '7:00', title: 'Soep', place: 'Café' },
    { after: '8:00', title: 'Naar boven, naar Saturnus', place: 'Het hoge duin' },
  ],
}
