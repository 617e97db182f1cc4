import { type SelectionPolicy, type SimulatedPool, tagOfPool } from '#policy'
import { formatDecimal, formatNumber, useLocale, useText } from '../../../../../lib/i18n/index.js'
import type { Subject } from './chance-rows.js'
import styles from './pool-outcomes.module.css'

type Props = { pools: readonly SimulatedPool[]; policy: SelectionPolicy; nameOf: (subject: Subject) => string }

/** What becomes of each group of seats, in a sentence or two. */
export function PoolOutcomes({ pools, policy, nameOf }: Props) {
  const reserves = new Set(policy.pools.flatMap((pool) => (tagOfPool(pool) === null ? [] : [pool.id])))
  return (
    <ol className={styles.pools}>
      {pools.map((pool) => (
        <li key={pool.id}>
          <b className={styles.name}>{nameOf({ kind: 'pool', poolId: pool.id })}</b>
          <Sentences pool={pool} isReserve={reserves.has(pool.id)} />
        </li>
      ))}
    </ol>
  )
}

function Sentences({ pool, isReserve }: { pool: SimulatedPool; isReserve: boolean }) {
  const t = useText('policy')
  const locale = useLocale()
  const about = (value: number) => (value < 9.95 && !isWhole(value) ? formatDecimal(value, locale) : formatNumber(Math.round(value)))
  const more = pool.taken - pool.seats
  return (
    <p>
      {more >= 0.05
        ? t('simulation.pool.more', { seats: pool.seats, taken: about(pool.taken), more: about(more) })
        : t('simulation.pool.taken', { count: pool.seats, taken: about(pool.taken) })}
      {isReserve && (
        <>
          {' '}
          {t('simulation.pool.people', {
            people: about(pool.people),
            all: about(pool.expectedSeats),
            without: about(pool.seatsWithoutReserves),
          })}
        </>
      )}
    </p>
  )
}

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 0.05
