import { IconSearch } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { Button, Icon, Notice } from '../../../components/index.js'
import type { DrawTicket, PublicDraw, PublicEvent, PublicPool } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { CountdownTicket } from '../countdown-ticket.js'
import styles from './order.module.css'
import { OrderHead } from './order-head.js'
import { ShortOrder } from './short-order.js'
import { type NamedPool, RankRows } from './rank-rows.js'
import { hexOf, useFoundTickets } from './use-found-tickets.js'
import { type OrderRows, useOrder } from './use-order.js'
import { WholeOrder } from './whole-order.js'

type Props = { event: PublicEvent; draw: PublicDraw; ownNumber: string | null }

const fewEnough = 40

/** Everybody's place, and a way to find one's own. Before the draw: whether a ticket is in the sealed list. */
export function OrderSection({ event, draw, ownNumber }: Props) {
  const t = useText('draw')
  const { organization, slug } = event
  const [typed, setTyped] = useState(ownNumber ?? '')
  const [openAt, setOpenAt] = useState<number | null>(null)
  const order = useOrder(organization.slug, slug, draw.head)
  const found = useFoundTickets(organization.slug, slug, typed)
  const { counts, state } = draw
  const pools = useMemo(() => namedPools(draw.pools, event.pools), [draw.pools, event.pools])
  const total = counts?.entries ?? 0
  // With several pools the seats do not end at one place.
  const endsAtOnePlace = state === 'drawn' && pools.length === 1
  const lastSeat = useLastSeat(order.rows, order.need, { seats: counts?.seats ?? 0, largest: event.largestGroup, total }, endsAtOnePlace)

  const only = found.state === 'found' && found.tickets.length === 1 ? found.tickets[0] : undefined
  const several = found.state === 'found' && found.tickets.length > 1
  return (
    <section id="order" aria-labelledby="order-title">
      {state === 'committed' && draw.roundTime && <CountdownTicket event={event} draw={draw} roundTime={draw.roundTime} />}
      <div className={styles.head}>
        <h2 id="order-title">{t(state === 'drawn' ? 'order.title' : 'order.sealed')}</h2>
        <label className={styles.search}>
          <span className="sr">{t('order.find')}</span>
          <Icon of={IconSearch} />
          <input
            value={typed}
            placeholder="3f9a-71c2"
            inputMode="text"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
      </div>
      <div aria-live="polite">
        {found.state === 'found' && found.tickets.length === 0 && hexOf(typed) === found.query && (
          <p className={styles.answer}>{t('order.notFound', { typed })}</p>
        )}
        {(found.state === 'failed' || order.failed) && <Notice kind="attention">{t('order.failed')}</Notice>}
        {only && state !== 'drawn' && <p className={styles.answer}>{t('order.isIn', { number: only.ticketNumber, count: total })}</p>}
      </div>
      {state === 'drawn' &&
        (several ? (
          <FoundTickets tickets={found.tickets} ownNumber={ownNumber} pools={pools} />
        ) : openAt === null ? (
          <ShortOrder
            order={order}
            total={total}
            seats={counts?.seats ?? 0}
            lastSeat={lastSeat}
            sought={only?.rank ?? null}
            own={ownNumber}
            found={only?.ticketNumber ?? null}
            pools={pools}
            onOpen={setOpenAt}
          />
        ) : (
          <>
            <WholeOrder
              key={only?.ticketId ?? 'all'}
              order={order}
              total={total}
              startAt={only?.rank ?? openAt}
              own={ownNumber}
              found={only?.ticketNumber ?? null}
              pools={pools}
            />
            <Button variant="text" size="small" onClick={() => setOpenAt(null)}>
              {t('order.short')}
            </Button>
          </>
        ))}
      {state === 'committed' && <p className="small soft">{t('order.sealedText', { count: total })}</p>}
    </section>
  )
}

/** The pools that were sealed, with the names that the event's rules give them. */
const namedPools = (sealed: PublicDraw['pools'], known: readonly PublicPool[]): NamedPool[] =>
  sealed.map((pool) => ({ ...pool, called: known.find(({ id }) => id === pool.id)?.called ?? null }))

function FoundTickets({
  tickets,
  ownNumber,
  pools,
}: {
  tickets: readonly DrawTicket[]
  ownNumber: string | null
  pools: readonly NamedPool[]
}) {
  const t = useText('draw')
  const shown = tickets.slice(0, fewEnough)
  return (
    <>
      <table className={styles.table}>
        <caption className="sr">{t('order.caption')}</caption>
        <OrderHead severalPools={pools.length > 1} />
        <tbody>
          {shown.map((ticket) => (
            <RankRows key={ticket.ticketId} rank={ticket.rank ?? 0} tickets={[ticket]} own={ownNumber} sought={null} pools={pools} />
          ))}
        </tbody>
      </table>
      {tickets.length > shown.length && <p className={styles.answer}>{t('order.typeOn')}</p>}
    </>
  )
}

type House = { seats: number; largest: number /** Ranks. */; total: number }

/** The last rank with a seat; what must be fetched first is asked for. */
function useLastSeat(rows: OrderRows, need: (ranks: readonly number[]) => void, house: House, endsAtOnePlace: boolean): number | null {
  const { rank, missing } = lastSeatOf(rows, house)
  useEffect(() => {
    if (endsAtOnePlace && missing !== null) need([missing])
  }, [endsAtOnePlace, missing, need])
  return endsAtOnePlace ? rank : null
}

/** Just before the first that waits. It lies at or after the number of seats, earlier where groups have several, further with every seat passed on. */
function lastSeatOf(rows: OrderRows, { seats, largest, total }: House): { rank: number | null; missing: number | null } {
  if (largest === 1 && seats >= total) return { rank: null, missing: null }
  for (let rank = Math.max(1, Math.floor(seats / largest)); rank <= total; rank += 1) {
    const tickets = rows.get(rank)
    if (!tickets) return { rank: null, missing: rank }
    if (tickets.some(({ state }) => state === 'waiting')) return { rank: rank === 1 ? null : rank - 1, missing: null }
  }
  return { rank: null, missing: null }
}
