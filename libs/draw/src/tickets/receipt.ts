import { canonicalJson } from '../canonical/canonical-json.js'

/** What the organiser signs when an application comes in: that this ticket of this event existed at this time (unix seconds). */
export interface Receipt {
  readonly event: string
  readonly ticketId: string
  readonly time: number
}

/** The bytes under the signature: CJ of event, ticketId and time (protocol section 2). */
export function receiptPayload({ event, ticketId, time }: Receipt): Uint8Array {
  return new TextEncoder().encode(canonicalJson({ event, ticketId, time }))
}
