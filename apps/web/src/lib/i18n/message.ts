import type { Locale } from '../api/types.js'
import { formatNumber } from './number.js'

export type Values = Record<string, string | number>

/** One catalogue as it stands in its JSON file: flat keys, `{{value}}` for values, `_zero`, `_one` and `_other` for plurals, `<tag>…</tag>` for parts. */
export type Catalogue = Readonly<Record<string, string>>

const pluralRules = new Map<Locale, Intl.PluralRules>()

/** The message under this key with the right plural form and its values filled in; numbers are grouped for reading. */
export function formatMessage(catalogue: Catalogue, locale: Locale, key: string, values: Values = {}): string {
  return fill(pick(catalogue, locale, key, values.count), values)
}

/** The message before its values are filled in. A missing key shows itself, so that it is noticed. */
export function pick(catalogue: Catalogue, locale: Locale, key: string, count: string | number | undefined): string {
  if (typeof count !== 'number') return catalogue[key] ?? key
  const zero = count === 0 ? catalogue[`${key}_zero`] : undefined
  return zero ?? catalogue[`${key}_${rules(locale).select(count)}`] ?? catalogue[`${key}_other`] ?? catalogue[key] ?? key
}

export function fill(message: string, values: Values): string {
  return message.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : typeof value === 'number' ? formatNumber(value) : value
  })
}

function rules(locale: Locale): Intl.PluralRules {
  const known = pluralRules.get(locale) ?? new Intl.PluralRules(locale)
  pluralRules.set(locale, known)
  return known
}
