import type { RequestKey } from '../../http/index.js'
import type { ReceiptDto } from '../dto/receipt.dto.js'
import type { SubmitApplicationDto } from '../dto/submit-application.dto.js'

/** One request for a seat, as it waits for its batch. */
export interface Submission {
  readonly ip: string
  /** The canonical address, for the ticket's holder. */
  readonly address: string
  /** The mailbox behind it: who applies. */
  readonly emailKey: string
  readonly input: SubmitApplicationDto
  /** By which the same request is known when it comes again, if it says so. */
  readonly requestKey: RequestKey | undefined
}

/** What its sender is answered. */
export interface Received {
  readonly receipt: ReceiptDto
  /** Whether the same request was answered before. */
  readonly replayed: boolean
}
