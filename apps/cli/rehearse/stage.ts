import { DateTime } from 'luxon'
import { Api } from './api.js'
import type { ClockAnswer, EventAnswer, InvitationsAnswer } from './answers-of-the-api.js'
import type { MailSink } from './mail-sink.js'
import type { Person } from './people.js'
import type { ProgressBar } from './progress-bar.js'
import type { RehearsalOptions } from './options.js'

const pollMs = 150
const patienceMs = 30 * 60_000

/** What every act of the rehearsal needs. */
export interface Stage {
  readonly options: RehearsalOptions
  /** Where the rehearsal keeps its files; it goes with all of them at the end. */
  readonly folder: string
  readonly api: Api
  readonly sink: MailSink
  readonly bar: ProgressBar
  readonly people: readonly Person[]
  readonly organization: string
  readonly event: EventAnswer
  /** The most seats that were ever seen taken. */
  readonly watch: SeatWatch
  /** Kills the server outright and starts it again on what is left. */
  readonly killAndRestart: () => Promise<void>
  /** What came of the rush, if there was one. */
  readonly rush: RushFigures | undefined
}

/** How the applications of a rush arrived. */
export interface RushFigures {
  seconds: number
  kills: number
  /** Tries that no server answered, and those that one put off. */
  unanswered: number
  putOff: number
  /** Milliseconds from the first try of each fan to her receipt. */
  readonly waits: number[]
}

export interface SeatWatch {
  mostTaken: number
  looks: number
}

/** Signs up an organizer with a host, and publishes an event. */
export async function setTheStage(api: Api, { seats }: RehearsalOptions): Promise<{ organization: string; event: EventAnswer }> {
  const session = await api.post<{ memberships: readonly { organization: { slug: string } }[] }>('/api/accounts', {
    organizationName: 'Museum Duinlicht',
    name: 'Mirjam de Vries',
    email: 'mirjam@rehearsal.example',
    password: 'eleven telescopes and soup',
    locale: 'nl',
  })
  const organization = session.memberships[0]?.organization.slug ?? ''
  const host = await api.post<{ id: string }>(`/api/organizations/${organization}/hosts`, {
    name: 'Mirjam de Vries',
    roleTitle: 'Community lead',
    handle: '@mirjam@toot.example',
    replyTo: 'mirjam@rehearsal.example',
  })
  const events = `/api/organizations/${organization}/events`
  const draft = await api.post<EventAnswer>(events, { title: 'Night of the Comet' })
  const { now } = await api.get<ClockAnswer>('/api/trial/clock')
  const event = await api.patch<EventAnswer>(`${events}/${draft.id}`, eventInput(DateTime.fromISO(now), host.id, seats), {
    headers: { 'if-match': `"${draft.version}"` },
  })
  await api.post(`${events}/${draft.id}/publication`)
  return { organization, event }
}

function eventInput(now: DateTime, hostId: string, capacity: number): object {
  const start = now.plus({ days: 90 }).setZone('Europe/Amsterdam').set({ hour: 18, minute: 0, second: 0, millisecond: 0 })
  const at = (hours: number) => start.plus({ hours }).toUTC().toISO()
  return {
    tagline: 'A hundred of you, eleven telescopes, and a comet that was last seen by mammoths.',
    story: '<p>On the last Sunday of May the comet stands a hand above the sea.</p>',
    hashtag: 'CometNight',
    venueName: 'Museum Duinlicht',
    venueAddress: 'Kometenpad 1',
    venueCity: 'Noordwijk',
    timeZone: 'Europe/Amsterdam',
    startsAt: start.toUTC().toISO(),
    endsAt: at(5.5),
    capacity,
    opensAt: now.plus({ days: 1 }).toUTC().toISO(),
    closesAt: now.plus({ days: 8 }).toUTC().toISO(),
    answerBy: now.plus({ days: 13 }).toUTC().toISO(),
    promotionHours: 48,
    hostIds: [hostId],
    questions: [
      { type: 'short', label: 'Where do you come from?', required: true, options: [], maxLength: 200 },
      { type: 'long', label: 'What would you like to show the others?', required: false, options: [], maxLength: 400 },
      { type: 'choice', label: 'How would you travel?', required: true, options: ['Train and bus', 'Bike', 'Car'], maxLength: 200 },
    ],
    agenda: [
      { startsAt: at(0), title: 'Doors, badges, soup', place: 'Hall' },
      { startsAt: at(1), endsAt: at(2), title: 'Seven hours for one bit', speaker: 'Ineke Brouwer', place: 'Auditorium' },
      { startsAt: at(4.5), title: 'The comet', place: 'Dunes' },
    ],
  }
}

/** Jumps to a moment of the event and waits until everything that fell due has been done and mailed. */
export async function jumpTo({ api, event, bar }: Stage, moment: string, label: string): Promise<void> {
  bar.begin(label)
  await api.post('/api/trial/clock', { eventId: event.id, moment })
  await untilQuiet(api)
  bar.end()
}

/** Waits until no draw, deadline or mail is being worked on. */
export async function untilQuiet(api: Api): Promise<void> {
  const deadline = performance.now() + patienceMs
  while ((await api.get<ClockAnswer>('/api/trial/clock')).busy) {
    if (performance.now() > deadline) throw new Error('Tweetup was still busy after half an hour.')
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

export function eventPath({ organization, event }: Stage, path: string): string {
  return `/api/organizations/${organization}/events/${event.id}${path}`
}

/** One look at the seats, remembered: they may never be seen above capacity. */
export async function lookAtSeats(stage: Stage): Promise<InvitationsAnswer> {
  const answer = await stage.api.get<InvitationsAnswer>(eventPath(stage, '/invitations'))
  const taken = answer.seats.reduce((sum, pool) => sum + pool.taken, 0)
  stage.watch.mostTaken = Math.max(stage.watch.mostTaken, taken, answer.counts.pending + answer.counts.accepted)
  stage.watch.looks += 1
  return answer
}
