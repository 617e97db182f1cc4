import { cleanAnswer } from '../clean-answer.js'
import type { Complaint, Kind } from './kind.js'

/** Nobody who fills in a form means a day outside these centuries. */
const firstDay = '1900-01-01'
const lastDay = '2199-12-31'

/**
 * Whether a text is a day of the calendar.
 *
 * @param text `2028-02-29` is one, `2027-02-29` and `2027-2-9` are none.
 */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  // Engines take the 30th of February for the 2nd of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Days in this form stand in the order of the alphabet. */
export const date: Kind = {
  keep: (typed) => cleanAnswer(typed, false),
  complaint: (kept, { settings: { earliest = firstDay, latest = lastDay } }): Complaint | undefined => {
    if (!isDay(kept)) return { code: 'notADate' }
    if (kept < earliest) return { code: 'tooEarly', values: { earliest } }
    return kept > latest ? { code: 'tooLate', values: { latest } } : undefined
  },
}
