import { useEffect, useState } from 'react'
import type { DrawTicket } from '../../../lib/api/types.js'
import { getTickets } from '../api/draw.js'

export type Found = { query: string; state: 'none' | 'searching' | 'found' | 'failed'; tickets: readonly DrawTicket[] }

const fewest = 3

/** Only what a ticket number can be made of. */
export const hexOf = (typed: string): string => typed.toLowerCase().replace(/[^0-9a-f]/g, '')

/** The tickets whose number begins with what was typed, shortly after typing ends. */
export function useFoundTickets(organization: string, event: string, typed: string): Found {
  const query = hexOf(typed)
  const isLongEnough = query.length >= fewest
  const [answer, setAnswer] = useState<Found>({ query: '', state: 'none', tickets: [] })

  useEffect(() => {
    if (!isLongEnough) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      getTickets(organization, event, { ticket: query }, abort.signal)
        .then(({ items }) => setAnswer({ query, state: 'found', tickets: items }))
        .catch(() => !abort.signal.aborted && setAnswer({ query, state: 'failed', tickets: [] }))
    }, 250)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [organization, event, query, isLongEnough])

  if (!isLongEnough) return { query, state: 'none', tickets: [] }
  // The last answer stays while the next one is on its way, so that the list does not flicker.
  return answer.query === query ? answer : { ...answer, state: answer.state === 'found' ? 'found' : 'searching' }
}
