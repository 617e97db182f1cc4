import { Injectable } from '@nestjs/common'
import { TweetupConfig } from '../config/index.js'
import { type KeyedLimit, networkKey, RateLimiter, type Verdict, wideNetworkKey } from '../http/index.js'
import { ownDomainOf } from './identity/widespread-providers.js'

const windowSeconds = 3600
const code = 'applications:tooMany'

/** Below these nothing is odd, however low the limits are set. */
const usual = { perNetwork: 20, perWideNetwork: 60, perDomain: 30, perMinute: 60 }

/** The limits that may refuse an attempt or make it odd. */
export type LimitName = 'network' | 'address' | 'event' | 'minute' | 'wideNetwork' | 'domain'

/** Who tries to apply: from where, with which address. */
export interface Attempt {
  readonly ip: string
  readonly emailKey: string
}

interface NamedLimit extends KeyedLimit<Attempt> {
  readonly name: LimitName
}

/**
 * How often one may apply: per network, per mail address from one network, per event, per mail domain. Counts even what is refused, since trying is
 * what costs. An address is not counted across networks: whoever typed a rival's address twenty times would lock her out. Below the limits
 * that refuse lie those from which an attempt is odd; an installation that does not mind crowds finds nothing odd.
 */
@Injectable()
export class SubmissionLimits {
  constructor(
    private readonly config: TweetupConfig,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * Answers, in their order, what the limits say of each attempt: the same for an address that has applied and one that has not.
   * What one limit refuses takes nothing of the next, so that one network cannot use up what an event may take.
   */
  take(event: string, attempts: readonly Attempt[]): Promise<readonly Verdict[]> {
    return this.limiter.takeMany(attempts, this.#limits(event))
  }

  /** By which limits an attempt from there would be odd, as far as that can be told before its address is known. */
  peek(event: string, ip: string): Promise<Verdict['odd']> {
    const known: readonly LimitName[] = ['network', 'wideNetwork', 'minute']
    return this.limiter.peek<Attempt>(
      { ip, emailKey: '' },
      this.#limits(event).filter(({ name }) => known.includes(name)),
    )
  }

  #limits(event: string): readonly NamedLimit[] {
    const { applicationsPerNetwork: perNetwork, applicationsPerAddress, applicationsPerEvent: perEvent } = this.config
    const rule = { windowSeconds, code }
    const oddOnly = { ...rule, limit: Number.POSITIVE_INFINITY }
    return [
      {
        ...rule,
        name: 'network',
        limit: perNetwork,
        soft: Math.max(usual.perNetwork, perNetwork / 10),
        keyOf: ({ ip }) => `apply:network:${networkKey(ip)}`,
      },
      {
        ...rule,
        name: 'address',
        limit: applicationsPerAddress,
        keyOf: ({ ip, emailKey }) => `apply:address:${emailKey}:${networkKey(ip)}`,
      },
      { ...rule, name: 'event', limit: perEvent, keyOf: () => `apply:event:${event}` },
      {
        ...oddOnly,
        name: 'minute',
        windowSeconds: 60,
        soft: Math.max(usual.perMinute, perEvent / 60),
        keyOf: () => `apply:minute:${event}`,
      },
      {
        ...oddOnly,
        name: 'wideNetwork',
        soft: Math.max(usual.perWideNetwork, perNetwork / 3),
        keyOf: ({ ip }) => `apply:wide:${wideNetworkKey(ip)}`,
      },
      {
        ...rule,
        name: 'domain',
        limit: Math.max(100, perEvent / 20),
        soft: Math.max(usual.perDomain, perNetwork / 10),
        keyOf: ({ emailKey }) => domainKey(event, emailKey),
      },
    ]
  }
}

function domainKey(event: string, emailKey: string): string | null {
  const domain = ownDomainOf(emailKey)
  return domain === null ? null : `apply:domain:${event}:${domain}`
}
