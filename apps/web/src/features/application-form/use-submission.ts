import { useEffect, useRef, useState } from 'react'
import { newIdempotencyKey } from '../../lib/api/client.js'
import { type Challenge, isOffline, Problem } from '../../lib/api/problem.js'
import type { PublicEvent, Receipt } from '../../lib/api/types.js'
import { currentLocale } from '../../lib/i18n/index.js'
import { deviceOf, sourceOfVisit } from '../../lib/source-of-visit.js'
import { storage } from '../../lib/storage.js'
import { submitApplication } from './api/submit-application.js'
import type { Draft } from './draft.js'
import { useEffortAhead } from './effort/use-effort-ahead.js'
import { pauseAfter } from './pause-after.js'

type Attempt = {
  of: string
  nonce: string
  key: string /** The solution of the sum that was asked for, once it is there. */
  challenge?: string
}

/** Who is asked for a sum again and again is told; the server is changing its mind faster than the device works. */
const mostEfforts = 3

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
  const takeSolution = useEffortAhead(event)
  const [effort, setEffort] = useState<number | null>(null)
  const left = useRef(new AbortController())

  useEffect(() => {
    const controller = new AbortController()
    left.current = controller
    return () => controller.abort()
  }, [])

  /** Until the close, after which it is swept. */
  const keep = (current: Attempt) => storage.write(attemptKey(event.id), { ...current, closesAt: event.closesAt })

  async function send(draft: Draft, website: string): Promise<Receipt | Problem> {
    const together = event.largestGroup > 1 ? draft.together : null
    const handle = draft.handle.trim()
    const application = { ...draft, together, handle, consent: true as const, locale: currentLocale(), website }
    const of = JSON.stringify(application)
    if (attempt.current?.of !== of) attempt.current = { of, nonce: newNonce(), key: newIdempotencyKey() }
    const current = attempt.current
    current.challenge ??= takeSolution() ?? undefined
    keep(current)
    setSending(true)
    try {
      const body = { ...application, nonce: current.nonce, source: sourceOfVisit(), device: deviceOf(event) }
      const submit = () =>
        submitApplication(event.organization.slug, event.slug, { ...body, challenge: current.challenge ?? null }, current.key)
      const answer = await withEffort(current, () => untilAnswered(submit))
      if (!(answer instanceof Problem)) storage.remove(attemptKey(event.id))
      return answer
    } finally {
      setSending(false)
      setWaiting(null)
      setEffort(null)
    }
  }

  /** Does the sum that the server asks for, and sends the same again with its solution. */
  async function withEffort(current: Attempt, submit: () => Promise<Receipt | Problem>): Promise<Receipt | Problem> {
    for (let efforts = 0; ; efforts += 1) {
      const answer = await submit()
      if (!(answer instanceof Problem) || answer.challenge === null || efforts === mostEfforts) return answer
      setEffort(0)
      const solution = await solve(answer.challenge)
      if (solution === null) return answer
      current.challenge = solution
      keep(current)
    }
  }

  async function solve(challenge: Challenge): Promise<string | null> {
    const { signal } = left.current
    try {
      const { solveBeside } = await import('./effort/solve-beside.js')
      return await solveBeside(challenge, setEffort, signal)
    } catch (error) {
      // Nobody waits any more, or this browser cannot do it.
      if (signal.aborted) throw error
      return null
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

  return { send, sending, waiting, effort }
}

const attemptKey = (eventId: string) => `tweetup:attempt:${eventId}`

/** The applicant's half of the ticket's nonce: 16 bytes that the organizer cannot choose, in hex. */
const newNonce = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** From 0 up to, not including, 1. */
const chance = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
