import { useMemo } from 'react'
import { SeatMap, type SeatPool } from '../../../components/index.js'
import type { Invitations } from '../../../lib/api/types.js'
import { formatNumber, useText } from '../../../lib/i18n/index.js'
import styles from './invitation-summary.module.css'

const shown = ['accepted', 'pending', 'declined', 'lapsed', 'revoked', 'waiting'] as const

/** How the answers stand, and the seats they fill. */
export function InvitationSummary({ invitations: { counts, seats } }: { invitations: Invitations }) {
  const t = useText('console')
  const all = seats.reduce((sum, pool) => sum + pool.seats, 0)
  const taken = seats.reduce((sum, pool) => sum + pool.taken, 0)
  const pools = useMemo<SeatPool[]>(
    // Of one pool the counts say how many of its taken seats still wait for an answer.
    () =>
      seats.map((pool) => ({
        id: pool.pool,
        seats: pool.seats,
        series: 'everyone',
        filled: pool.taken - (seats.length === 1 ? counts.pending : 0),
        pending: seats.length === 1 ? counts.pending : 0,
      })),
    [seats, counts.pending],
  )
  return (
    <div className={styles.summary}>
      <dl className={styles.counts}>
        {shown.map((key) => (
          <div key={key}>
            <dt>{t(`invitations.${key}`)}</dt>
            <dd>{formatNumber(counts[key])}</dd>
          </div>
        ))}
      </dl>
      {all > 0 && (
        <SeatMap
          pools={pools}
          className={styles.map}
          label={t('home.seats.map', {
            seats: all,
            accepted: taken - counts.pending,
            pending: counts.pending,
            free: Math.max(0, all - taken),
          })}
        />
      )}
    </div>
  )
}
