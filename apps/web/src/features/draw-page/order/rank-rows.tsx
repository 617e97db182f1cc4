import { IconCheck, IconMail, type TablerIcon } from '@tabler/icons-react'
import { StateMark } from '../../../components/index.js'
import type { DrawPool, DrawTicket, DrawTicketState, Locale, PublicPool } from '../../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import styles from './order.module.css'

/** A pool of the draw, with what the event's rules call its people. */
export type NamedPool = DrawPool & Pick<PublicPool, 'called'>

type Props = {
  rank: number
  tickets: readonly DrawTicket[] | undefined /** My own ticket, and the one that was looked for. */
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

/** One place in the order, of a group with a row for each of its tickets; my own is a ticket. */
export function RankRows({ rank, tickets, own, sought, pools }: Props) {
  const severalPools = pools.length > 1
  if (!tickets)
    return (
      <tr className={styles.row}>
        <td className={styles.rank}>{formatNumber(rank)}</td>
        <td colSpan={severalPools ? 3 : 2} className="faint">
          …
        </td>
      </tr>
    )
  return tickets.map((ticket, index) => (
    <TicketRow
      key={ticket.ticketId}
      ticket={ticket}
      rank={index === 0 ? { place: rank, rows: tickets.length } : null}
      own={own}
      sought={sought}
      pools={pools}
    />
  ))
}

type RowProps = Omit<Props, 'rank' | 'tickets'> & {
  ticket: DrawTicket /** Said once for all tickets that share it. */
  rank: { place: number; rows: number } | null
}

function TicketRow({ rank, ticket, own, sought, pools }: RowProps) {
  const t = useText('draw')
  const locale = useLocale()
  const { tint, icon } = marks[ticket.state]
  const isOwn = ticket.ticketNumber === own
  const isMarked = isOwn || ticket.ticketNumber === sought
  return (
    <tr className={isMarked ? styles.mine : styles.row} aria-current={isMarked || undefined}>
      {rank && (
        <td className={styles.rank} rowSpan={rank.rows}>
          {formatNumber(rank.place)}
        </td>
      )}
      <td>
        <span className="mono">{ticket.ticketNumber}</span>
        {isOwn && <b className={styles.you}> {t('order.you')}</b>}
        {ticket.lots > 1 && <small className="soft"> {t('order.lots', { count: ticket.lots })}</small>}
      </td>
      {pools.length > 1 && <td className={`soft ${styles.deskOnly}`}>{poolName(ticket.pool, pools, locale, t('order.everyone'))}</td>}
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
