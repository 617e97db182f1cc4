import { cleanAnswer } from '../clean-answer.js'
import { countries } from '../countries.js'
import type { Kind } from './kind.js'

const known: ReadonlySet<string> = new Set(countries)

export const country: Kind = {
  keep: (typed) => {
    const text = cleanAnswer(typed, false)
    return /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : text
  },
  complaint: (kept) => (known.has(kept) ? undefined : { code: 'notACountry' }),
}
