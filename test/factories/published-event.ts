import { DateTime } from 'luxon'
import { listAt, numberAt, textAt } from '../support/http-client.js'
import type { SignedUp } from './sign-up.js'

export interface PublishedEvent {
  readonly id: string
  readonly slug: string
  readonly questionIds: readonly string[]
  readonly opensAt: Date
  readonly closesAt: Date
  readonly answerBy: Date
  readonly startsAt: Date
  readonly endsAt: Date
}

interface EventChoices {
  readonly title?: string
  readonly capacity?: number
  /** What the clock says now; the event opens an hour later. */
  readonly now: Date
  readonly changes?: Readonly<Record<string, unknown>>
}

/** An event with a host, three questions and an agenda, published and not yet open. */
export async function publishEvent(
  { client, slug }: SignedUp,
  { title = 'Night of the Comet', capacity = 10, now, changes = {} }: EventChoices,
): Promise<PublishedEvent> {
  const host = await client.post(`/api/organizations/${slug}/hosts`, {
    name: 'Mirjam de Vries',
    roleTitle: 'Community lead',
    replyTo: 'mirjam@duinlicht.example',
  })
  const events = `/api/organizations/${slug}/events`
  const draft = await client.post(events, { title })
  const id = textAt(draft.body, 'id')
  const from = DateTime.fromJSDate(now)
  const times = {
    opensAt: from.plus({ hours: 1 }).toJSDate(),
    closesAt: from.plus({ days: 7 }).toJSDate(),
    answerBy: from.plus({ days: 12 }).toJSDate(),
    startsAt: from.plus({ days: 40 }).toJSDate(),
    endsAt: from.plus({ days: 40, hours: 5 }).toJSDate(),
  }
  const input = {
    tagline: 'Eleven telescopes and a comet.',
    story: '<p>We would rather not watch it alone.</p>',
    hashtag: 'CometNight',
    venueName: 'Museum Duinlicht',
    venueAddress: 'Kometenpad 1',
    venueCity: 'Noordwijk',
    timeZone: 'Europe/Amsterdam',
    capacity,
    hostIds: [textAt(host.body, 'id')],
    questions: [
      { type: 'short', label: 'Where do you come from?', required: true, options: [], maxLength: 100 },
      { type: 'long', label: 'What would you like to show?', required: false, options: [], maxLength: 400 },
      { type: 'choice', label: 'How would you travel?', required: true, options: ['Train', 'Bike'], maxLength: 100 },
    ],
    agenda: [{ startsAt: times.startsAt.toISOString(), title: 'Doors, badges, soup', place: 'Hall', speaker: 'Ineke Brouwer' }],
    ...Object.fromEntries(Object.entries(times).map(([name, time]) => [name, time.toISOString()])),
    ...changes,
  }
  const changed = await client.patch(`${events}/${id}`, input, { headers: { 'if-match': `"${numberAt(draft.body, 'version')}"` } })
  if (changed.status !== 200) throw new Error(`The event could not be changed: ${changed.status} ${changed.text}`)
  const published = await client.post(`${events}/${id}/publication`)
  if (published.status >= 300) throw new Error(`The event could not be published: ${published.status} ${published.text}`)
  return {
    id,
    slug: textAt(published.body, 'slug'),
    questionIds: listAt(published.body, 'questions').map((_, index) => textAt(published.body, `questions.${index}.id`)),
    ...times,
  }
}
