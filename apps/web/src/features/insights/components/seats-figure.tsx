import { useMemo } from 'react'
import { SeatKey, SeatMap, type SeatPool } from '../../../components/index.js'
import type { EventHome, Phase } from '../../../lib/api/types.js'
import { formatNumber, useText } from '../../../lib/i18n/index.js'
import { Figure } from './figure.js'
import styles from './seats-figure.module.css'

type Seats = EventHome['seats'][number]
type Props = { seats: readonly Seats[]; confirmed: number; phase: Phase }

const drawn: readonly Phase[] = ['drawn', 'live', 'wrapped', 'archived']

/** The seats of the event: taken, held for an answer, free. */
export function SeatsFigure({ seats, confirmed, phase }: Props) {
  const t = useText('console')
  const sums = { seats: 0, accepted: 0, pending: 0 }
  for (const pool of seats) {
    sums.seats += pool.seats
    sums.accepted += pool.accepted
    sums.pending += pool.pending
  }
  const free = Math.max(0, sums.seats - sums.accepted - sums.pending)
  const pools = useMemo<SeatPool[]>(
    () => seats.map((pool) => ({ id: pool.pool, seats: pool.seats, series: 'everyone', filled: pool.accepted, pending: pool.pending })),
    [seats],
  )
  if (!sums.seats) return null
  const perSeat = Math.round(confirmed / sums.seats)
  return (
    <Figure title={t('home.seats.heading')}>
      <div className={styles.seats}>
        <SeatMap pools={pools} label={t('home.seats.map', { seats: sums.seats, accepted: sums.accepted, pending: sums.pending, free })} />
        <dl>
          <div>
            <dt>
              <SeatKey series="everyone" />
              {t('home.seats.open', { count: sums.seats })}
            </dt>
            {drawn.includes(phase) ? (
              <>
                <dd>{t('home.seats.accepted', { count: sums.accepted })}</dd>
                <dd>{t('home.seats.pending', { count: sums.pending })}</dd>
                <dd>{t('home.seats.free', { count: free })}</dd>
              </>
            ) : (
              <dd>
                {perSeat > 1
                  ? t('home.seats.chance', { count: perSeat })
                  : t('home.seats.people', { people: formatNumber(confirmed), count: confirmed })}
              </dd>
            )}
          </div>
        </dl>
      </div>
    </Figure>
  )
}
