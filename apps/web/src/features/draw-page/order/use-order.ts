import { useCallback, useEffect, useRef, useState } from 'react'
import { Problem } from '../../../lib/api/problem.js'
import type { DrawTicket } from '../../../lib/api/types.js'
import { getTickets } from '../api/draw.js'

const pageSize = 500

export type OrderRows = ReadonlyMap<number, readonly DrawTicket[]>

export type Order = {
  /** Tickets fetched so far, by rank: one, or those of a group. */
  rows: OrderRows
  /** Fetches what is missing around these ranks. */
  need: (ranks: readonly number[]) => void
  failed: boolean
}

/** The order of the draw, fetched in pieces where somebody looks. */
export function useOrder(organization: string, event: string, head: string | null): Order {
  const [rows, setRows] = useState<OrderRows>(new Map())
  const [failed, setFailed] = useState(false)
  const asked = useRef(new Set<number>())

  // A new line in the log may have changed what became of any ticket.
  useEffect(() => {
    if (head) asked.current.clear()
  }, [head])

  const need = useCallback(
    (ranks: readonly number[]) => {
      for (const page of new Set(ranks.map((rank) => Math.floor((rank - 1) / pageSize)))) {
        if (page < 0 || asked.current.has(page)) continue
        asked.current.add(page)
        getTickets(organization, event, { after: page * pageSize })
          .then(({ items }) => {
            setFailed(false)
            setRows((before) => new Map([...before, ...byRank(items)]))
          })
          .catch((error: unknown) => {
            if (!(error instanceof Problem)) throw error
            asked.current.delete(page)
            setFailed(true)
          })
      }
    },
    [organization, event],
  )

  return { rows, need, failed }
}

function byRank(tickets: readonly DrawTicket[]): Map<number, DrawTicket[]> {
  const rows = new Map<number, DrawTicket[]>()
  for (const ticket of tickets) if (ticket.rank !== null) rows.set(ticket.rank, [...(rows.get(ticket.rank) ?? []), ticket])
  return rows
}
