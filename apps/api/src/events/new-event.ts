import { newId } from '../database/index.js'
import { type Locale, translate } from '../http/index.js'
import type { EditedQuestion } from './edited-questions.js'
import type { Event } from './event.entity.js'
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
    publishedAt: null,
    cancelledAt: null,
    cancelReason: null,
    duplicatedFrom: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  }
}

/** The survey that every event begins with, in the organization's language. */
export function defaultSurvey(locale: Locale): EditedQuestion[] {
  const text = (key: string): string => translate(locale, `events:survey.${key}`)
  return [
    { type: 'rating', label: text('rating'), help: text('ratingHelp'), required: true, options: [], maxLength: 1 },
    {
      type: 'choice',
      label: text('again'),
      help: null,
      required: false,
      options: [text('yes'), text('perhaps'), text('no')],
      maxLength: 200,
    },
    { type: 'long', label: text('words'), help: text('wordsHelp'), required: false, options: [], maxLength: 2000 },
  ]
}
