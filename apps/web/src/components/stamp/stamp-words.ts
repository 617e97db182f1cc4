import type { Locale, StampMark } from '../../lib/api/types.js'
import type { Text } from '../../lib/i18n/index.js'
import { formatDay, formatPostmark, formatTime } from '../../lib/time.js'

export type StampContext = { t: Text<'common'>; locale: Locale; timeZone: string; city: string }

/** What stands on a stamp: its word, and the one fact below it. */
export function stampWords(mark: StampMark, { t, locale, timeZone, city }: StampContext) {
  const day = formatDay(mark.at, timeZone, locale, { weekday: 'none', month: 'short' })
  const time = formatTime(mark.at, timeZone, locale)
  const word = t(`stamp.${mark.kind}`)
  switch (mark.kind) {
    case 'received':
      return {
        shape: 'postmark' as const,
        word,
        place: city,
        date: formatPostmark(mark.at, timeZone),
        time: formatTime(mark.at, timeZone, 'en'),
        fact: `${day}, ${time}`,
      }
    case 'rank':
      return {
        shape: 'round' as const,
        word,
        rank: String(mark.values.rank ?? ''),
        of: t('stamp.of', { total: String(mark.values.total ?? '') }),
        fact: '',
      }
    case 'entered':
      return { shape: 'box' as const, word, fact: t('stamp.oneOf', { total: String(mark.values.total ?? '') }) }
    case 'invited': {
      const deadline = mark.values.deadline
      const by =
        typeof deadline === 'string'
          ? `${formatDay(deadline, timeZone, locale, { weekday: 'none', month: 'short' })} ${formatTime(deadline, timeZone, locale)}`
          : null
      return { shape: 'box' as const, word, fact: by ? t('stamp.answerBy', { by }) : day, past: day }
    }
    case 'coming':
      return { shape: 'box' as const, word, fact: t('stamp.yes', { when: `${day} ${time}` }) }
    case 'confirmed':
    case 'checkedIn':
    case 'passedOn':
    case 'withdrawn':
      return { shape: 'box' as const, word, fact: `${day}, ${time}` }
  }
}
