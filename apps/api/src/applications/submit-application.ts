import { Injectable } from '@nestjs/common'
import { canonicalEmail } from '../http/dto/index.js'
import type { RequestKey } from '../http/index.js'
import type { SubmitApplicationDto } from './dto/submit-application.dto.js'
import { mailboxKey } from './identity/mailbox-key.js'
import { Intake } from './intake/intake.js'
import type { Received } from './intake/submission.js'

/** Somebody asks for a seat. */
@Injectable()
export class SubmitApplication {
  constructor(private readonly intake: Intake) {}

  /** Answers the receipt, once the application is kept. It is the same, to the shape, for an address that has applied before. */
  run(
    organizationSlug: string,
    eventSlug: string,
    { ip, requestKey, input }: { readonly ip: string; readonly requestKey: RequestKey | undefined; readonly input: SubmitApplicationDto },
  ): Promise<Received> {
    const address = canonicalEmail(input.email) ?? input.email
    const emailKey = mailboxKey(address)
    return this.intake.submit(organizationSlug, eventSlug, { ip, address, emailKey, input, requestKey })
  }
}
