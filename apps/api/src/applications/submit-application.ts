import { Injectable } from '@nestjs/common'
import { canonicalEmail } from '../http/dto/index.js'
import { Idempotency } from '../http/index.js'
import type { ReceiptDto } from './dto/receipt.dto.js'
import type { SubmitApplicationDto } from './dto/submit-application.dto.js'
import { mailboxKey } from './identity/mailbox-key.js'
import { Intake } from './intake/intake.js'

/** Somebody asks for a seat. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly intake: Intake,
    private readonly idempotency: Idempotency,
  ) {}

  /** Answers the receipt, once the application is kept. It is the same, to the shape, for an address that has applied before. */
  run(organizationSlug: string, eventSlug: string, ip: string, input: SubmitApplicationDto): Promise<ReceiptDto> {
    const address = canonicalEmail(input.email) ?? input.email
    const emailKey = mailboxKey(address)
    return this.intake.submit(organizationSlug, eventSlug, { ip, address, emailKey, input, claim: this.idempotency.current })
  }
}
