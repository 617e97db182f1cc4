import { usualPolicy } from '#policy'
import { newId } from '../database/index.js'
import type { Locale } from '../http/index.js'
import type { Event } from './event.entity.js'
import { noProof } from './handle-proof.js'
import { defaultSchedule } from './event-times.js'

/** What a draft begins with: good dates, a capacity, and the rest to be filled in. */
export function newEvent(
  organizationId: string,
  given: { title: string; slug: string; timeZone: string; locale: Locale },
  now: Date,
): Event {
  return {
    id: newId(),
    organizationId,
    ...given,
    tagline: '',
    story: '',
    hashtag: '',
    coverFileId: null,
    coverAlt: '',
    venueName: '',
    venueAddress: '',
    venueCity: '',
    practical: '',
    ...defaultSchedule(now, given.timeZone),
    capacity: 50,
    promotionHours: 48,
    policy: usualPolicy,
    handleProof: noProof,
    publishedAt: null,
    cancelledAt: null,
    cancelReason: null,
    duplicatedFrom: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  }
}
