import type { DemoEvent } from '../demo-event.js'

export const stormAtTheLighthouse: DemoEvent = {
  title: 'Storm at the Lighthouse',
  locale: 'en',
  tagline: 'Up a hundred and thirty steps, to watch the weather come in.',
  story: `<p>When the wind is from the west and above seven, the lighthouse hums. The keeper’s daughter tells why, and twenty of you hear it from inside.</p>`,
  practical: `<h3>Meet at the museum</h3><p>We walk over together, ten minutes along the boulevard.</p>`,
  hashtag: 'StormWatch',
  cover: { file: 'storm.svg', alt: 'A lighthouse in heavy rain above high waves.' },
  venue: { venueName: 'Lighthouse', venueAddress: 'Koningin Wilhelmina Boulevard 28', venueCity: 'Noordwijk' },
  capacity: 20,
  hosts: ['mirjam'],
  questions: [
    { type: 'short', label: 'Which town do you come from?', required: true, maxLength: 80, answers: ['Noordwijk', 'Leiden', 'Haarlem'] },
    { type: 'long', label: 'Your best storm so far?', required: false, maxLength: 400, answers: ['The one that took our tent.', ''] },
    {
      type: 'choice',
      label: 'A hundred and thirty steps?',
      required: true,
      options: ['Easily', 'Slowly', 'Only up'],
      answers: ['Easily', 'Slowly'],
    },
  ],
  agenda: [
    { after: '0:00', title: 'Coats on', place: 'Museum foyer' },
    { after: '0:30', title: 'Up', place: 'Lighthouse' },
  ],
}

/** Why it was called off. */
export const stormReason = `The lighthouse will be closed for repairs from next week on: the top gallery is not safe in wind, and wind was the idea.
I am sorry. Everybody who applied hears from us first when it opens again.`
