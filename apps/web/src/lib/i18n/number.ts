/** Groups of three with a narrow space, the same in both languages: 2 318. */
export const formatNumber = (value: number): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value).replaceAll(',', '\u202f')

const englishOrdinals = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }
const ordinalRules = new Intl.PluralRules('en', { type: 'ordinal' })

/** 37th, 37e. */
export const ordinal = (value: number, locale: 'en' | 'nl'): string =>
  formatNumber(value) + (locale === 'nl' ? 'e' : englishOrdinals[ordinalRules.select(value)])
