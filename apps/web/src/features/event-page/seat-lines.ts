import type { SeatPool } from '../../components/index.js'
import type { PublicEvent, PublicPool } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatMoment } from '../../lib/time.js'

export type SeatLine = { key: string; series: SeatPool['series']; seats: number; words: string; rule: string }

/** The seats of each pool in a sentence, in the order in which they are filled; last those that are not drawn. */
export function useSeatLines({ pools, pickedSeats, timeZone }: PublicEvent): SeatLine[] {
  const t = useText('event')
  const locale = useLocale()
  const reserves = pools.filter(({ called }) => called !== null)
  const firstOpen = pools.findIndex(({ called }) => called === null)

  const ruleOf = ({ called }: PublicPool, index: number) => {
    if (called === null) return t('fair.everyoneRule')
    return firstOpen < 0 ? '' : t(index < firstOpen ? 'fair.taggedRule' : 'fair.extraRule')
  }
  const closes = ({ closesAt }: PublicPool) => (closesAt ? t('fair.closes', { when: formatMoment(closesAt, timeZone, locale) }) : '')

  const lines = pools.map((pool, index): SeatLine => {
    const { id, seats, called } = pool
    return {
      key: id,
      seats,
      series: called === null ? 'everyone' : reserves.indexOf(pool) % 2 ? 'third' : 'second',
      words: called === null ? t('fair.everyone', { count: seats }) : t('fair.tagged', { count: seats, group: called[locale] }),
      rule: [ruleOf(pool, index), closes(pool)].filter(Boolean).join(' '),
    }
  })
  if (!pickedSeats) return lines
  const picked = { words: t('fair.picked', { count: pickedSeats }), rule: t('fair.pickedRule') }
  return [...lines, { key: ' picked', series: 'hand', seats: pickedSeats, ...picked }]
}
