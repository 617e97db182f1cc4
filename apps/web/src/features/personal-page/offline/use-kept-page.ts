import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { hasStatus, Problem } from '../../../lib/api/problem.js'
import type { PersonalPage } from '../../../lib/api/types.js'
import { forgetOwnTicket } from '../../../lib/own-ticket.js'
import { usePolling } from '../../../lib/use-refresh.js'
import { usePersonalPage } from '../api/personal-page.js'
import { agedPage, forgetPage, keepPage, keptPage, withoutConnection } from './kept-page.js'
import { registerWorker } from './register-worker.js'

const retryMs = 3000

/** A personal page from the server, or, without a connection, as this device saw it last; `since` then says when that was. */
export function useKeptPage(token: string) {
  const { data, error, reload, set } = usePersonalPage(token)
  const [kept] = useState(() => keptPage(token))
  const online = useOnline()
  const isCut = !online || (error instanceof Problem && (error.status === 0 || error.status >= 500))

  useEffect(() => void registerWorker(), [])
  useEffect(() => {
    if (data) keepPage(token, data)
  }, [token, data])
  useEffect(() => {
    const onBack = () => void reload()
    addEventListener('online', onBack)
    return () => removeEventListener('online', onBack)
  }, [reload])

  // Coming back is told a moment before it is true, and a server that was away comes back untold.
  usePolling(reload, isCut && online, retryMs)

  const isGone = hasStatus(error, 404) || hasStatus(error, 401)
  const eventId = (data ?? kept?.me)?.event.id
  useEffect(() => {
    if (!isGone) return
    forgetPage(token)
    if (eventId) forgetOwnTicket(eventId)
  }, [isGone, token, eventId])

  const last: PersonalPage | null = useMemo(() => data ?? (isCut && kept ? agedPage(kept) : null), [data, isCut, kept])
  const me = useMemo(() => last && (isCut ? withoutConnection(last) : last), [last, isCut])
  const since = isCut ? (data ?? kept?.me)?.now : undefined
  return { me: isGone ? null : me, since: since ?? null, isGone, error, reload, set }
}

function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine)
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
