import { ticketNumber } from '#draw'
import type { Application } from '../application.entity.js'
import type { ApplicationTokens } from '../application-tokens.js'
import type { ReceiptDto } from '../dto/receipt.dto.js'
import type { Submission } from './submission.js'

/**
 * What the sender of an application is answered, the same whenever the same request comes again. The link is the one that this request made: once
 * somebody else has shown that the address is hers it opens nothing, and no newer one is told here.
 */
export function receiptOf(
  { input: { name, email } }: Submission,
  { id, ticketId, receivedAt }: Pick<Application, 'id' | 'ticketId' | 'receivedAt'>,
  closesAt: Date,
  tokens: ApplicationTokens,
): ReceiptDto {
  return {
    ticketId,
    ticketNumber: ticketNumber(ticketId),
    name,
    email,
    receivedAt: receivedAt.toISOString(),
    personalUrl: tokens.personalUrl({ id, tokenEpoch: 0 }),
    closesAt: closesAt.toISOString(),
  }
}
