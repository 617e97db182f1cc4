import { Injectable } from '@nestjs/common'
import { createTrialChain, type DrandChainInfo, type DrandRound, roundTime, type TrialChain } from '#draw'
import { TweetupConfig } from '../../config/index.js'
import { Clock } from '../../database/index.js'

const periodSeconds = 30
/** 1 January 2020: before any event that a trial can hold. */
const genesis = 1_577_836_800

/** The local chain of a trial installation. It speaks drand's protocol and is never public randomness. */
@Injectable()
export class TrialBeacon {
  #chain: Promise<TrialChain> | undefined

  constructor(
    private readonly config: TweetupConfig,
    private readonly clock: Clock,
  ) {}

  async info(): Promise<DrandChainInfo> {
    return (await this.#open()).info
  }

  /** A round that is out by the installation's clock, or null. */
  async round(number: number): Promise<DrandRound | null> {
    const latest = await this.latestRound()
    if (!Number.isSafeInteger(number) || number < 1 || number > latest) return null
    return (await this.#open()).signRound(number)
  }

  async latestRound(): Promise<number> {
    const now = Math.floor((await this.clock.now()).getTime() / 1000)
    return Math.floor((now - roundTime({ period: periodSeconds, genesis }, 1)) / periodSeconds) + 1
  }

  #open(): Promise<TrialChain> {
    return (this.#chain ??= createTrialChain({
      secret: this.config.key('trial-beacon'),
      period: periodSeconds,
      genesis,
      beaconId: 'tweetup-trial',
    }))
  }
}
