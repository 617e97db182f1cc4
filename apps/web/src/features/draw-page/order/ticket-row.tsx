import { IconCheck, IconMail, type TablerIcon } from '@tabler/icons-react'
import { StateMark } from '../../../components/index.js'
import type { DrawPool, DrawTicket, DrawTicketState, Locale, PublicPool } from '../../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import styles from './order.module.css'

/** A pool of the draw, with what the event's rules call its people. */
export type NamedPool = DrawPool & Pick<PublicPool, 'called'>

type Props = {
  rank: number
  ticket: DrawTicket | undefined /** My own ticket, and the one that was looked for. */
  own: string | null
  sought: string | null
  pools: readonly NamedPool[]
}

const marks: Record<DrawTicketState, { tint: 'done' | 'accent' | 'plain'; icon?: TablerIcon }> = {
  coming: { tint: 'done', icon: IconCheck },
  invited: { tint: 'accent', icon: IconMail },
  passedOn: { tint: 'plain' },
  excluded: { tint: 'plain' },
  waiting: { tint: 'plain' },
  withdrawn: { tint: 'plain' },
  entered: { tint: 'plain' },
}

/** One place in the order; my own is a ticket. */
export function TicketRow({ rank, ticket, own, sought, pools }: Props) {
  const t = useText('draw')
  const locale = useLocale()
  const severalPools = pools.length > 1
  if (!ticket)
    return (
      <tr className={styles.row}>
        <td className={styles.rank}>{formatNumber(rank)}</td>
        <td colSpan={severalPools ? 3 : 2} className="faint">
          …
        </td>
      </tr>
    )
  const { tint, icon } = marks[ticket.state]
  const isOwn = ticket.ticketNumber === own
  const isMarked = isOwn || ticket.ticketNumber === sought
  return (
    <tr className={isMarked ? styles.mine : styles.row} aria-current={isMarked || undefined}>
      <td className={styles.rank}>{formatNumber(rank)}</td>
      <td>
        <span className="mono">{ticket.ticketNumber}</span>
        {isOwn && <b className={styles.you}> {t('order.you')}</b>}
      </td>
      {severalPools && <td className={`soft ${styles.deskOnly}`}>{poolName(ticket.pool, pools, locale, t('order.everyone'))}</td>}
      <td>
        <StateMark tint={isMarked ? 'ticket' : tint} icon={icon}>
          {t(`state.${ticket.state}`)}
        </StateMark>
      </td>
    </tr>
  )
}

function poolName(id: string | null, pools: readonly NamedPool[], locale: Locale, everyone: string): string {
  if (id === null) return ''
  const pool = pools.find((known) => known.id === id)
  return pool?.called?.[locale] ?? pool?.tag ?? everyone
}
