import { useCallback, useEffect, useRef, useState } from 'react'
import { Problem } from '../../../lib/api/problem.js'
import type { DrawTicket } from '../../../lib/api/types.js'
import { getTickets } from '../api/draw.js'

const pageSize = 500

export type Order = {
  /** Tickets fetched so far, by rank. */
  rows: ReadonlyMap<number, DrawTicket>
  /** Fetches what is missing around these ranks. */
  need: (ranks: readonly number[]) => void
  failed: boolean
}

/** The order of the draw, fetched in pieces where somebody looks. */
export function useOrder(organization: string, event: string, head: string | null): Order {
  const [rows, setRows] = useState<ReadonlyMap<number, DrawTicket>>(new Map())
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
            setRows(
              (before) =>
                new Map([...before, ...items.flatMap((ticket) => (ticket.rank === null ? [] : [[ticket.rank, ticket] as const]))]),
            )
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
