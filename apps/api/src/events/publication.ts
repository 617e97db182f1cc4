import type { FieldError } from '../http/index.js'
import type { Event } from './event.entity.js'
import { plainText } from './rich-text.js'

/** The texts that a public page cannot do without. */
const neededTexts = ['hashtag', 'venueName', 'venueAddress', 'venueCity'] as const
const neededTimes = ['opensAt', 'closesAt', 'answerBy', 'startsAt', 'endsAt'] as const

/** The one thing that a published event may be: past its close. */
export const closesLater = 'events:needed.closesLater'

/** What keeps an event from being published, by field, in the order of the form. Empty when it is ready. */
export function publicationProblems(event: Event, hosts: number, now: Date): FieldError[] {
  const problems: FieldError[] = []
  if (plainText(event.story) === '') problems.push({ path: 'story', code: 'events:needed.story' })
  for (const path of neededTexts) if (event[path] === '') problems.push({ path, code: `events:needed.${path}` })
  for (const path of neededTimes) if (event[path] === null) problems.push({ path, code: `events:needed.${path}` })
  if (event.closesAt && event.closesAt <= now) problems.push({ path: 'closesAt', code: closesLater })
  if (event.coverFileId !== null && event.coverAlt === '') problems.push({ path: 'coverAlt', code: 'events:needed.coverAlt' })
  if (hosts === 0) problems.push({ path: 'hostIds', code: 'events:needed.hostIds' })
  return problems
}
