import { useRef, useState } from 'react'
import { newIdempotencyKey } from '../../lib/api/client.js'
import { Problem } from '../../lib/api/problem.js'
import type { PublicEvent, Receipt } from '../../lib/api/types.js'
import { currentLocale } from '../../lib/i18n/index.js'
import { submitApplication } from './api/submit-application.js'
import type { Draft } from './draft.js'

type Attempt = { of: string; nonce: string; key: string }

/**
 * Sends the application. Trying the same one again, because the train was in a tunnel, repeats the very same request, so that it cannot arrive twice.
 */
export function useSubmission(event: PublicEvent) {
  const attempt = useRef<Attempt | null>(null)
  const [sending, setSending] = useState(false)

  async function send(draft: Draft, website: string): Promise<Receipt | Problem> {
    const together = event.largestGroup > 1 ? draft.together : null
    const application = { ...draft, together, handle: draft.handle.trim(), consent: true as const, locale: currentLocale(), website }
    const of = JSON.stringify(application)
    if (attempt.current?.of !== of) attempt.current = { of, nonce: newNonce(), key: newIdempotencyKey() }
    setSending(true)
    try {
      return await submitApplication(
        event.organization.slug,
        event.slug,
        { ...application, nonce: attempt.current.nonce },
        attempt.current.key,
      )
    } catch (error) {
      if (error instanceof Problem) return error
      throw error
    } finally {
      setSending(false)
    }
  }

  return { send, sending }
}

/** The applicant's half of the ticket's nonce: 16 bytes that the organizer cannot choose, in hex. */
const newNonce = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
