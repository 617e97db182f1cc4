import { useEffect, useRef, useState } from 'react'
import { newIdempotencyKey } from '../../lib/api/client.js'
import { isOffline, Problem } from '../../lib/api/problem.js'
import type { PublicEvent, Receipt } from '../../lib/api/types.js'
import { currentLocale } from '../../lib/i18n/index.js'
import { deviceOf, sourceOfVisit } from '../../lib/source-of-visit.js'
import { storage } from '../../lib/storage.js'
import { submitApplication } from './api/submit-application.js'
import type { Draft } from './draft.js'
import { pauseAfter } from './pause-after.js'

type Attempt = { of: string; nonce: string; key: string }

/** Why the application is on its way and has not arrived: it is tried again by itself. */
export type Waiting = { reason: 'rush' | 'offline' /** Until the next try. */; seconds: number; tryNow: () => void }

/**
 * Sends the application, and tries again by itself while the server is full or out of reach. Each try repeats the very same request under the same
 * key, also after the page was loaded again, so that it cannot arrive twice.
 */
export function useSubmission(event: PublicEvent) {
  const attempt = useRef<Attempt | null>(storage.read<Attempt>(attemptKey(event.id)))
  const [sending, setSending] = useState(false)
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const left = useRef(new AbortController())

  useEffect(() => {
    const controller = new AbortController()
    left.current = controller
    return () => controller.abort()
  }, [])

  async function send(draft: Draft, website: string): Promise<Receipt | Problem> {
    const together = event.largestGroup > 1 ? draft.together : null
    const handle = draft.handle.trim()
    const application = { ...draft, together, handle, consent: true as const, locale: currentLocale(), website }
    const of = JSON.stringify(application)
    if (attempt.current?.of !== of) attempt.current = { of, nonce: newNonce(), key: newIdempotencyKey() }
    const { nonce, key } = attempt.current
    storage.write(attemptKey(event.id), attempt.current)
    setSending(true)
    try {
      const body = { ...application, nonce, source: sourceOfVisit(), device: deviceOf(event) }
      const answer = await untilAnswered(() => submitApplication(event.organization.slug, event.slug, body, key))
      if (!(answer instanceof Problem)) storage.remove(attemptKey(event.id))
      return answer
    } finally {
      setSending(false)
      setWaiting(null)
    }
  }

  async function untilAnswered(submit: () => Promise<Receipt>): Promise<Receipt | Problem> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await submit()
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        const seconds = pauseAfter(error, tries, chance())
        if (seconds === null) return error
        await pause(seconds, isOffline(error) ? 'offline' : 'rush')
      }
    }
  }

  /** Ends when the time is over, the connection is back or she presses; never for somebody who has left the page. */
  function pause(seconds: number, reason: Waiting['reason']): Promise<void> {
    return new Promise((resolve) => {
      const until = performance.now() + seconds * 1000
      const done = new AbortController()
      const tryNow = () => {
        done.abort()
        clearInterval(clock)
        resolve()
      }
      const look = () => {
        const rest = Math.ceil((until - performance.now()) / 1000)
        if (rest <= 0) return tryNow()
        setWaiting({ reason, seconds: rest, tryNow })
      }
      const clock = setInterval(look, 250)
      addEventListener('online', tryNow, { signal: done.signal })
      left.current.signal.addEventListener('abort', () => clearInterval(clock), { signal: done.signal })
      look()
    })
  }

  return { send, sending, waiting }
}

const attemptKey = (eventId: string) => `tweetup:attempt:${eventId}`

/** The applicant's half of the ticket's nonce: 16 bytes that the organizer cannot choose, in hex. */
const newNonce = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** From 0 up to, not including, 1. */
const chance = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
