import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useText } from '../../../lib/i18n/index.js'
import styles from './order.module.css'
import { OrderHead } from './order-head.js'
import { type NamedPool, RankRows } from './rank-rows.js'
import type { Order } from './use-order.js'

type Props = { order: Order; total: number; startAt: number; own: string | null; found: string | null; pools: readonly NamedPool[] }

const rowHeight = 49

/** All tickets, however many: only the rows in sight are in the page. */
export function WholeOrder({ order, total, startAt, own, found, pools }: Props) {
  const t = useText('draw')
  const box = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- it is used in this component only and nothing of it is memoized
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: (index) => rowHeight * (order.rows.get(index + 1)?.length ?? 1),
    overscan: 8,
    initialOffset: Math.max(0, startAt - 3) * rowHeight,
  })
  // Groups, whose tickets share a rank, are known once they have been fetched.
  useEffect(() => rows.measure(), [rows, order.rows])
  const shown = rows.getVirtualItems()
  const first = (shown[0]?.index ?? 0) + 1
  const last = (shown.at(-1)?.index ?? 0) + 1

  const { need } = order
  useEffect(() => need([first, last]), [need, first, last])

  const before = shown[0]?.start ?? 0
  const after = rows.getTotalSize() - (shown.at(-1)?.end ?? 0)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable with the keyboard
    <section ref={box} className={styles.whole} tabIndex={0} aria-label={t('order.whole')}>
      <table className={styles.table} aria-rowcount={total + 1}>
        <caption className="sr">{t('order.caption')}</caption>
        <OrderHead severalPools={pools.length > 1} />
        <tbody>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {shown.map(({ index }) => (
            <RankRows key={index} rank={index + 1} tickets={order.rows.get(index + 1)} own={own} sought={found} pools={pools} />
          ))}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </tbody>
      </table>
    </section>
  )
}
