import type { Instant } from '#calendar'

/** What every mail about an event says of it; times as RFC 3339. */
export interface EventParams {
  readonly event: {
    readonly title: string
    readonly url: string
    readonly startsAt: Instant
    readonly endsAt: Instant
    readonly timeZone: string
    readonly place: string
    readonly address: string
    readonly closesAt: Instant
    readonly answerBy: Instant
  }
  readonly applicant: {
    readonly name: string
    readonly ticketNumber: string
    /** Who applies together with this one; missing or empty for somebody alone. */
    readonly companions?: readonly string[]
  }
}
