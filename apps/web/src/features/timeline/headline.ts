import type { EventHome, Instant, Locale } from '../../lib/api/types.js'
import type { Text } from '../../lib/i18n/index.js'
import { formatDistance } from '../../lib/distance.js'

type Values = EventHome['headline']['values']

export const textOf = (values: Values | undefined, name: string): string | null =>
  typeof values?.[name] === 'string' ? values[name] : null
export const numberOf = (values: Values | undefined, name: string): number => (typeof values?.[name] === 'number' ? values[name] : 0)

/** Which of the values a headline counts by. */
const counted: Record<string, string> = { draft: 'missing', coming: 'accepted', wrapped: 'came' }

/** Where the event stands, in one line: "Open, closing in 2 days". */
export function headlineOf({ headline, event }: EventHome, now: Instant, t: Text<'console'>, locale: Locale): string {
  const at = textOf(headline.values, 'at')
  const plain = `home.headline.${headline.key}Plain`
  if (!at && t.has(plain)) return t(plain)
  const key = `home.headline.${headline.key}`
  if (!t.has(key)) return t(`phase.${event.phase}`)
  const count = numberOf(headline.values, counted[headline.key] ?? '')
  return t(key, { count, distance: at ? formatDistance(at, now, event.timeZone, locale) : '' })
}
