import { cleanAnswer } from '../clean-answer.js'
import type { QuestionSettings } from '../question.js'
import type { Complaint, Kind } from './kind.js'

/** More digits than anybody counts to, and few enough for a double. */
const form = /^([+−-]?)(\d{1,15})(?:[.,](\d{1,15}))?$/

/**
 * Kept as a decimal with a point and nothing superfluous: `-1234.5`. A comma is taken for a decimal point, because half of Europe writes it
 * so. Thousands are not separated: `1.234` is a thousand to some and little more than one to others, and is refused as having too many
 * decimals where those are limited.
 */
export const number: Kind = {
  keep: (typed, { settings }) => {
    const text = cleanAnswer(typed, false)
    const [, sign = '', whole = '', fraction = ''] = form.exec(text) ?? []
    if (whole === '' || fraction.length > decimalsOf(settings)) return text
    const digits = whole.replace(/^0+(?=\d)/, '')
    const part = fraction.replace(/0+$/, '')
    const amount = part === '' ? digits : `${digits}.${part}`
    return sign === '' || sign === '+' || Number(amount) === 0 ? amount : `-${amount}`
  },
  complaint: (kept, { settings }) => {
    const fraction = form.exec(kept)?.[3] ?? ''
    if (!form.test(kept)) return { code: 'notANumber' }
    const decimals = decimalsOf(settings)
    if (fraction.length > decimals) return decimals === 0 ? { code: 'notWhole' } : { code: 'tooManyDecimals', values: { decimals } }
    return outOfRange(Number(kept), settings)
  },
}

function decimalsOf({ decimals = 0 }: QuestionSettings): number {
  return decimals
}

function outOfRange(amount: number, { least, most }: QuestionSettings): Complaint | undefined {
  if (least !== undefined && amount < least) return { code: 'tooSmall', values: { least } }
  return most !== undefined && amount > most ? { code: 'tooLarge', values: { most } } : undefined
}
