import { Injectable } from '@nestjs/common'
import { newId, Transactions } from '../database/index.js'
import { RateLimiter } from '../http/index.js'
import { JobQueue } from '../jobs/index.js'
import { passwordResetAsked } from './password-reset.job.js'

@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly jobs: JobQueue,
    private readonly transactions: Transactions,
  ) {}

  /** Has a link mailed to the owner of the address, if there is one; the caller never learns which, not even by the time it takes. */
  async run(email: string, network: string): Promise<void> {
    await this.limiter.take(null, `password-reset:${network}`, { limit: 30, windowSeconds: 60 * 60 })
    await this.transactions.run((manager) => this.jobs.enqueue(manager, passwordResetAsked, { resetId: newId(), email }))
  }
}
