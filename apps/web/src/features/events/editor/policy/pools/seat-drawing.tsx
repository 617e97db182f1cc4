import { poolName, type PolicyPool, seatsBesideDraw, seatsOfPools } from '#policy'
import { SeatKey, SeatMap, type SeatPool } from '../../../../../components/index.js'
import { formatNumber, useLocale, useText } from '../../../../../lib/i18n/index.js'
import type { PolicyForm } from '../policy-form.js'
import { isAddressed } from './change-pools.js'
import styles from './seat-drawing.module.css'

type Drawn = SeatPool & { words: string }

/** The seats as they would be divided by what stands in the fields. */
export function SeatDrawing({ form }: { form: PolicyForm }) {
  const drawn = useDrawn(form)
  const label = drawn.map(({ seats, words }) => `${formatNumber(seats)} ${words}`).join(', ')
  return (
    <div className={styles.drawing}>
      <SeatMap pools={drawn} label={label} className={styles.map} />
      <ul className={styles.keys}>
        {drawn.map(({ id, series, seats, words }) => (
          <li key={id}>
            <SeatKey series={series} />
            <span>
              <b>{formatNumber(seats)}</b> {words}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function useDrawn({ policy, context }: PolicyForm): Drawn[] {
  const t = useText('policy')
  const locale = useLocale()
  const seats = seatsOfPools(policy, context.capacity)
  const beside = seatsBesideDraw(policy)
  const nameOf = (pool: PolicyPool, index: number) =>
    (isAddressed(pool) && poolName(pool, context.questions)?.[locale]) || t('pools.number', { number: index + 1 })
  const reserves = policy.pools.filter(({ who }) => who.kind !== 'everybody')
  return [
    ...policy.pools.map((pool, index): Drawn => {
      const isOpen = pool.who.kind === 'everybody'
      return {
        id: pool.id,
        seats: seats[index] ?? 0,
        series: isOpen ? 'everyone' : reserves.indexOf(pool) % 2 ? 'third' : 'second',
        words: isOpen ? t('drawing.everybody') : nameOf(pool, index),
      }
    }),
    { id: ' beside', seats: beside, series: 'hand' as const, words: t('drawing.beside') },
  ].filter((pool) => pool.seats > 0)
}
