import { freezesAt } from '#policy'
import { thanksTime } from '../followup/index.js'
import { answersDue, type HomeFacts } from './home-facts.js'

export const timelineKeys = [
  'created',
  'published',
  'opens',
  'closes',
  'frozen',
  'drawn',
  'invited',
  'answers',
  'starts',
  'ends',
  'thanked',
  'cancelled',
  'now',
] as const
export type TimelineKey = (typeof timelineKeys)[number]

/** One thing that happened or comes next; between them `now`, the place of the one action. */
export interface TimelineEntry {
  readonly key: TimelineKey
  readonly at: Date | null
  readonly state: 'done' | 'now' | 'next'
  /** Who makes it happen: Tweetup by itself, the reader, the people at the door, or another of the team. */
  readonly by: 'self' | 'you' | 'door' | 'organizer'
  readonly values: Readonly<Record<string, string | number>>
  readonly actor?: string
}

/** The round of the beacon is at least this long after the freeze (draw-protocol section 4). */
const DRAW_AFTER_FREEZE = 600_000

/**
 * The life of an event from the first draft to the thanks, in order. After a cancellation only what had happened, and that. Where the
 * reader has something to do, `now` stands before the first thing that is still to come.
 */
export function timeline(facts: HomeFacts, hasAction: boolean): TimelineEntry[] {
  const entries = lifeOf(facts)
  if (!hasAction) return entries
  const first = entries.findIndex(({ state }) => state === 'next')
  return entries.toSpliced(first === -1 ? entries.length : first, 0, { key: 'now', at: null, state: 'now', by: 'you', values: {} })
}

function lifeOf(facts: HomeFacts): TimelineEntry[] {
  const { event, draw, figures, followup, actors, now } = facts
  const freeze = freezesAt(event.policy, event.closesAt)
  const drawAt = draw.drawnAt ?? draw.roundTime ?? (freeze && new Date(freeze.getTime() + DRAW_AFTER_FREEZE))
  const answers = answersDue(facts)
  const begun = (at: Date | null) => at !== null && event.publishedAt !== null && at <= now
  const entries: TimelineEntry[] = [
    { ...entry('created', event.createdAt, true, 'organizer'), ...doneBy(actors.created) },
    event.publishedAt === null
      ? entry('published', null, false, 'you')
      : { ...entry('published', event.publishedAt, true, 'organizer'), ...doneBy(actors.published) },
    entry('opens', event.opensAt, begun(event.opensAt)),
    entry('closes', event.closesAt, begun(event.closesAt)),
    entry('frozen', figures.committedAt ?? freeze, figures.committedAt !== null),
    entry('drawn', drawAt, draw.drawnAt !== null),
    {
      ...entry('invited', figures.firstInvitedAt ?? drawAt, draw.drawnAt !== null),
      values: { count: draw.drawnAt === null ? event.capacity : figures.invited },
    },
    entry('answers', answers, begun(answers) && draw.drawnAt !== null && figures.pending === 0),
    entry('starts', event.startsAt, begun(event.startsAt), 'door'),
    entry('ends', event.endsAt, begun(event.endsAt)),
    entry('thanked', followup?.thankedAt ?? (event.endsAt && thanksTime(event.endsAt, event.timeZone)), followup !== null),
  ]
  if (event.cancelledAt === null) return entries
  return [
    ...entries.filter(({ state, at }) => state === 'done' && at !== null && at <= (event.cancelledAt ?? now)),
    { ...entry('cancelled', event.cancelledAt, true, 'organizer'), ...doneBy(actors.cancelled) },
  ]
}

function entry(key: TimelineKey, at: Date | null, done: boolean, by: TimelineEntry['by'] = 'self'): TimelineEntry {
  return { key, at, state: done ? 'done' : 'next', by, values: {} }
}

function doneBy(actor: string | undefined): { readonly actor?: string } {
  return actor === undefined ? {} : { actor }
}
