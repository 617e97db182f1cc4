import type { Claim } from '../../http/index.js'
import type { SubmitApplicationDto } from '../dto/submit-application.dto.js'

/** One request for a seat, as it waits for its batch. */
export interface Submission {
  readonly ip: string
  /** The canonical address, for the ticket's holder. */
  readonly address: string
  /** The mailbox behind it: who applies. */
  readonly emailKey: string
  readonly input: SubmitApplicationDto
  /** Its hold on its idempotency key, if it has one. */
  readonly claim: Claim | undefined
}
