/** Groups of three with a narrow space, the same in both languages: 2 318. */
export const formatNumber = (value: number): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value).replaceAll(',', '\u202f')

/** One decimal, behind a point in English and a comma in Dutch: 4.7, 4,7. */
export const formatDecimal = (value: number, locale: 'en' | 'nl'): string => value.toFixed(1).replace('.', locale === 'nl' ? ',' : '.')

const englishOrdinals = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }
const ordinalRules = new Intl.PluralRules('en', { type: 'ordinal' })

/** 37th, 37e. */
export const ordinal = (value: number, locale: 'en' | 'nl'): string =>
  formatNumber(value) + (locale === 'nl' ? 'e' : englishOrdinals[ordinalRules.select(value)])
