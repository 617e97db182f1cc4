import { Injectable } from '@nestjs/common'
import { TweetupConfig } from '../config/index.js'
import { networkKey, RateLimiter } from '../http/index.js'

const windowSeconds = 3600

/**
 * How often one may apply: per network, per mail address from one network, per event. Counts even what is refused, since trying is what costs.
 * An address is not counted across networks: whoever typed a rival's address twenty times would lock her out.
 */
@Injectable()
export class SubmissionLimits {
  constructor(
    private readonly config: TweetupConfig,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * Throws TooMany when one of the limits is reached. It says the same for an address that has applied and one that has not.
   * To be called outside a transaction: it counts on connections of its own.
   */
  async take(ip: string, event: string, emailKey: string): Promise<void> {
    const { applicationsPerNetwork, applicationsPerAddress, applicationsPerEvent } = this.config
    const code = 'applications:tooMany'
    await this.limiter.take(null, `apply:network:${networkKey(ip)}`, { limit: applicationsPerNetwork, windowSeconds, code })
    await this.limiter.take(null, `apply:address:${emailKey}:${networkKey(ip)}`, { limit: applicationsPerAddress, windowSeconds, code })
    await this.limiter.take(null, `apply:event:${event}`, { limit: applicationsPerEvent, windowSeconds, code })
  }
}
