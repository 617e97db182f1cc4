import { cleanAnswer } from '../clean-answer.js'
import { highestRating } from '../question.js'
import type { Kind } from './kind.js'

const oneLine = (typed: string): string => cleanAnswer(typed, false)

export const short: Kind = {
  keep: oneLine,
  complaint: (kept, { maxLength: max }) => (isLonger(kept, max) ? { code: 'tooLong', values: { max } } : undefined),
}

export const long: Kind = { ...short, keep: (typed) => cleanAnswer(typed, true) }

export const choice: Kind = {
  keep: oneLine,
  complaint: (kept, { options }) => (options.includes(kept) ? undefined : { code: 'notAnOption' }),
}

export const consent: Kind = { keep: oneLine, complaint: (kept) => (kept === 'yes' ? undefined : { code: 'mustAgree' }) }

export const rating: Kind = {
  keep: oneLine,
  complaint: (kept) =>
    /^[1-9]$/.test(kept) && Number(kept) <= highestRating ? undefined : { code: 'notARating', values: { max: highestRating } },
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const file: Kind = {
  keep: (typed) => {
    const text = oneLine(typed)
    return uuid.test(text.toLowerCase()) ? text.toLowerCase() : text
  },
  complaint: (kept) => (uuid.test(kept) ? undefined : { code: 'notAFile' }),
}

export const heading: Kind = { keep: oneLine, complaint: () => ({ code: 'unknownQuestion' }) }

/** Counts code points only where the number of UTF-16 units leaves it open. */
function isLonger(text: string, max: number): boolean {
  return text.length > max && (text.length > 2 * max || [...text].length > max)
}
