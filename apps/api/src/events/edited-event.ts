import { isDeepStrictEqual } from 'node:util'
import type { EventInput } from './dto/event.dto.js'
import type { Event } from './event.entity.js'
import { policyFrom } from './edited-policy.js'
import { tidyProof } from './handle-proof.js'
import type { EventSchedule } from './event-times.js'
import { sanitizeRichText } from './rich-text.js'

/** The columns of an event that an organizer edits. */
export type EventFields = Pick<
  Event,
  | 'title'
  | 'slug'
  | 'tagline'
  | 'story'
  | 'hashtag'
  | 'coverFileId'
  | 'coverAlt'
  | 'venueName'
  | 'venueAddress'
  | 'venueCity'
  | 'practical'
  | 'timeZone'
  | 'capacity'
  | 'promotionHours'
  | 'policy'
  | 'handleProof'
  | 'locale'
> &
  EventSchedule

/** What the editable columns become: the input's where it has them, the event's own elsewhere. Rich text comes out sanitised. Throws Invalid for a policy that cannot be read. */
export function editedFields(event: Event, input: EventInput): EventFields {
  return {
    title: input.title ?? event.title,
    slug: input.slug ?? event.slug,
    tagline: input.tagline ?? event.tagline,
    story: input.story === undefined ? event.story : sanitizeRichText(input.story),
    hashtag: input.hashtag ?? event.hashtag,
    coverFileId: orSame(input.coverFileId, event.coverFileId),
    coverAlt: input.coverAlt ?? event.coverAlt,
    venueName: input.venueName ?? event.venueName,
    venueAddress: input.venueAddress ?? event.venueAddress,
    venueCity: input.venueCity ?? event.venueCity,
    practical: input.practical === undefined ? event.practical : sanitizeRichText(input.practical),
    timeZone: input.timeZone ?? event.timeZone,
    capacity: input.capacity ?? event.capacity,
    promotionHours: input.promotionHours ?? event.promotionHours,
    policy: input.policy === undefined ? event.policy : policyFrom(input.policy),
    handleProof: input.handleProof === undefined ? event.handleProof : tidyProof(input.handleProof),
    locale: input.locale ?? event.locale,
    startsAt: orSame(input.startsAt, event.startsAt),
    endsAt: orSame(input.endsAt, event.endsAt),
    opensAt: orSame(input.opensAt, event.opensAt),
    closesAt: orSame(input.closesAt, event.closesAt),
    answerBy: orSame(input.answerBy, event.answerBy),
  }
}

/** The editable columns that differ, by name. */
export function changedFields(before: EventFields, after: EventFields): (keyof EventFields)[] {
  const names = Object.keys(after) as (keyof EventFields)[]
  return names.filter((name) => !isDeepStrictEqual(before[name], after[name]))
}

/** Only these columns, for the audit log. */
export function pickFields(fields: EventFields, names: readonly (keyof EventFields)[]): object {
  return Object.fromEntries(names.map((name) => [name, fields[name]]))
}

/** Null takes a value away; nothing leaves it. */
function orSame<T>(value: T | undefined, same: T): T {
  return value === undefined ? same : value
}
