import { Injectable } from '@nestjs/common'
import { Transactions } from '../../database/index.js'
import { networkKey, RateLimiter } from '../../http/index.js'
import { JobQueue } from '../../jobs/index.js'
import { lostLinkAsked } from './lost-link.job.js'

@Injectable()
export class RequestLostLink {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly jobs: JobQueue,
    private readonly transactions: Transactions,
  ) {}

  /** Has the links mailed to the owner of the address, if she has applied; the caller never learns which. */
  async run(email: string, ip: string): Promise<void> {
    await this.limiter.take(null, `lost-link:network:${networkKey(ip)}`, { limit: 20, windowSeconds: 3600 })
    await this.transactions.run((manager) => this.jobs.enqueue(manager, lostLinkAsked, { email }))
  }
}
