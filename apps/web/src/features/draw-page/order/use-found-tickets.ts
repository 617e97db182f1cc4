import { useEffect, useState } from 'react'
import type { DrawTicket } from '../../../lib/api/types.js'
import { getTickets } from '../api/draw.js'

export type Found = { query: string; state: 'none' | 'searching' | 'found' | 'failed'; tickets: readonly DrawTicket[] }

const nothing: Found = { query: '', state: 'none', tickets: [] }
const fewest = 3

/** Only what a ticket number can be made of. */
export const hexOf = (typed: string): string => typed.toLowerCase().replace(/[^0-9a-f]/g, '')

/** The tickets whose number begins with what was typed, shortly after typing ends. */
export function useFoundTickets(organization: string, event: string, typed: string): Found {
  const query = hexOf(typed)
  const [found, setFound] = useState<Found>(nothing)

  useEffect(() => {
    if (query.length < fewest) return setFound(nothing)
    const abort = new AbortController()
    setFound((before) => ({ ...before, query, state: 'searching' }))
    const timer = setTimeout(() => {
      getTickets(organization, event, { ticket: query }, abort.signal)
        .then(({ items }) => setFound({ query, state: 'found', tickets: items }))
        .catch(() => !abort.signal.aborted && setFound({ query, state: 'failed', tickets: [] }))
    }, 250)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [organization, event, query])

  return found
}
