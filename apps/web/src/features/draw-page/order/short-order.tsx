import { Fragment, useEffect, useMemo } from 'react'
import { useText } from '../../../lib/i18n/index.js'
import styles from './order.module.css'
import { OrderHead } from './order-head.js'
import { type Stretch, shownRanks } from './shown-ranks.js'
import { type NamedPool, RankRows } from './rank-rows.js'
import type { Order } from './use-order.js'

type Props = {
  order: Order
  total: number
  lastSeat: number | null
  seats: number
  sought: number | null
  own: string | null
  found: string | null
  pools: readonly NamedPool[]
  onOpen: (rank: number) => void
}

/** The order in short; each gap opens the whole of it at that place. */
export function ShortOrder({ order, total, lastSeat, seats, sought, own, found, pools, onOpen }: Props) {
  const t = useText('draw')
  const stretches = useMemo(() => shownRanks({ total, lastSeat, sought }), [total, lastSeat, sought])
  const { need } = order
  useEffect(() => need(stretches.filter(({ kind }) => kind === 'ranks').flatMap(({ from, to }) => [from, to])), [need, stretches])

  const columns = pools.length > 1 ? 4 : 3
  const rows = (stretch: Stretch) =>
    Array.from({ length: stretch.to - stretch.from + 1 }, (_, index) => {
      const rank = stretch.from + index
      return (
        <Fragment key={rank}>
          <RankRows rank={rank} tickets={order.rows.get(rank)} own={own} sought={found} pools={pools} />
          {rank === lastSeat && rank < total && (
            <tr className={styles.gap}>
              <td colSpan={columns}>{t('order.end', { count: seats })}</td>
            </tr>
          )}
        </Fragment>
      )
    })

  return (
    <table className={styles.table}>
      <caption className="sr">{t('order.caption')}</caption>
      <OrderHead severalPools={pools.length > 1} />
      <tbody>
        {stretches.map((stretch) =>
          stretch.kind === 'ranks' ? (
            rows(stretch)
          ) : (
            <tr key={`gap-${stretch.from}`} className={styles.gap}>
              <td colSpan={columns}>
                <button type="button" onClick={() => onOpen(stretch.from)}>
                  {t('order.more', { count: stretch.to - stretch.from + 1 })}
                </button>
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}
