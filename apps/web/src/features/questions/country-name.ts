const names = new Map<string, Intl.DisplayNames>()

/** What a country is called; its code where the browser does not know it. */
export function countryName(code: string, locale: string): string {
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  names.set(locale, known)
  return /^[A-Z]{2}$/.test(code) ? (known.of(code) ?? code) : code
}
