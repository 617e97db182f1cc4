import type { EventParams } from '../event-params.js'

/** What a mail needs to speak to a calendar about one seat. */
export interface SeatParams extends EventParams {
  readonly calendar: {
    /** From `calendarUid`, the same for every file about this application. */
    readonly uid: string
    readonly sequence: number
    /** When the facts were written down. */
    readonly stamp: string
  }
}
