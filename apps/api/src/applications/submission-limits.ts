import { Injectable } from '@nestjs/common'
import { TweetupConfig } from '../config/index.js'
import { networkKey, RateLimiter, type TooMany } from '../http/index.js'

const windowSeconds = 3600
const code = 'applications:tooMany'

/** Who tries to apply: from where, with which address. */
export interface Attempt {
  readonly ip: string
  readonly emailKey: string
}

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
   * Answers, in their order, null or what the refusal of an attempt is. It says the same for an address that has applied and one that has not.
   * What one limit refuses takes nothing of the next, so that one network cannot use up what an event may take.
   */
  take(event: string, attempts: readonly Attempt[]): Promise<readonly (TooMany | null)[]> {
    const { applicationsPerNetwork, applicationsPerAddress, applicationsPerEvent } = this.config
    const rule = { windowSeconds, code }
    return this.limiter.takeMany(attempts, [
      { ...rule, limit: applicationsPerNetwork, keyOf: ({ ip }) => `apply:network:${networkKey(ip)}` },
      { ...rule, limit: applicationsPerAddress, keyOf: ({ ip, emailKey }) => `apply:address:${emailKey}:${networkKey(ip)}` },
      { ...rule, limit: applicationsPerEvent, keyOf: () => `apply:event:${event}` },
    ])
  }
}
