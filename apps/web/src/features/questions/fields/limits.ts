import type { Locale, Question } from '../../../lib/api/types.js'
import { currentLocale, formatNumber, type Text } from '../../../lib/i18n/index.js'
import { formatDay } from '../../../lib/time.js'

/** What the settings of a question ask for, in a sentence: "From 2 to 4 of them". Null where they ask for nothing. */
export function limitsOf({ type, settings }: Question, t: Text<'common'>): string | null {
  if (type === 'choices' && settings.fewest === 1 && settings.mostChoices === undefined) return t('answer.chooseSome')
  if (type === 'choices') return rangeOf(t, 'choices', settings.fewest, settings.mostChoices, String)
  if (type === 'number') return rangeOf(t, 'number', settings.least, settings.most, (value) => numberIn(value, currentLocale()))
  if (type === 'date') return rangeOf(t, 'date', settings.earliest, settings.latest, (day) => dayIn(day, currentLocale()))
  return null
}

function rangeOf<Value>(
  t: Text<'common'>,
  kind: 'choices' | 'number' | 'date',
  from: Value | undefined,
  to: Value | undefined,
  format: (value: Value) => string,
): string | null {
  if (from !== undefined && to !== undefined)
    return t(`limits.${kind}.${from === to ? 'exactly' : 'between'}`, { from: format(from), to: format(to) })
  if (from !== undefined) return t(`limits.${kind}.from`, { from: format(from) })
  return to !== undefined ? t(`limits.${kind}.to`, { to: format(to) }) : null
}

/** 1.5 and -2: with the sign of the language, and as many decimals as there are. */
export const numberIn = (value: number | string, locale: Locale): string => {
  const [whole = '', decimals] = String(value).split('.')
  const grouped = formatNumber(Number(whole))
  return decimals === undefined ? grouped : `${grouped}${locale === 'nl' ? ',' : '.'}${decimals}`
}

/** "3 May 2027" for 2027-05-03; what is no day stays as it is. */
export const dayIn = (day: string, locale: Locale): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? formatDay(`${day}T12:00:00Z`, 'UTC', locale, { weekday: 'none', year: true }) : day
