import { type Answer, countries, type Question } from '#forms'
import { locales } from '../../http/index.js'
import type { DateOrder } from './import-plan.js'

const agreed = new Set(['yes', 'y', 'ja', 'j', 'true', 'waar', '1', 'x', 'on', 'ok', 'akkoord', 'agree', 'agreed', '✓'])
const refused = new Set(['no', 'n', 'nee', 'false', 'onwaar', '0', 'off', '-'])

/**
 * What a field of somebody else's form says, in the form that ours keeps; what cannot be understood stays as it is, for the rules of the
 * question to refuse it. A ' that a spreadsheet put before a formula is taken off.
 */
export function readField({ type, options }: Pick<Question, 'type' | 'options'>, field: string, dateOrder: DateOrder): Answer {
  const text = field.trim().replace(/^'(?=[=+\-@])/, '')
  switch (type) {
    case 'choice':
      return optionLike(options, text)
    case 'choices':
      return chosen(options, text)
    case 'country':
      return countryLike(text)
    case 'consent':
      return agreed.has(text.toLowerCase()) ? 'yes' : refused.has(text.toLowerCase()) ? '' : text
    case 'date':
      return dateLike(text, dateOrder)
    case 'heading':
    case 'short':
    case 'long':
    case 'number':
    case 'link':
    case 'handle':
    case 'file':
    case 'rating':
      return text
  }
}

function optionLike(options: readonly string[], text: string): string {
  const wanted = folded(text)
  return options.find((option) => folded(option) === wanted) ?? text
}

/** Forms list several choices with semicolons, line breaks or commas; an option may have a comma of its own. */
function chosen(options: readonly string[], text: string): string[] {
  if (text === '') return []
  const apart = [/[;\n]/, /[;\n,]/].map((signs) =>
    text
      .split(signs)
      .map((one) => optionLike(options, one.trim()))
      .filter((one) => one !== ''),
  )
  return apart.find((ones) => ones.every((one) => options.includes(one))) ?? apart[1] ?? []
}

const codes = new Map<string, string>()

/** A code, or the name of a country in one of our languages. */
function countryLike(text: string): string {
  if (/^[a-z]{2}$/i.test(text)) return text.toUpperCase()
  if (codes.size === 0)
    for (const names of locales.map((locale) => new Intl.DisplayNames(locale, { type: 'region' })))
      for (const code of countries) codes.set(folded(names.of(code) ?? code), code)
  return codes.get(folded(text)) ?? text
}

function dateLike(text: string, order: DateOrder): string {
  const day = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?:[T ].*)?$/.exec(text)
  if (!day) return text
  const [, first = '', second = '', third = ''] = day
  const [year, month, date] =
    first.length === 4 || order === 'year-month-day'
      ? [first, second, third]
      : order === 'day-month-year'
        ? [third, second, first]
        : [third, first, second]
  return year.length === 4 ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}
