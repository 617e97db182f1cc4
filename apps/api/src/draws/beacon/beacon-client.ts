import { Injectable } from '@nestjs/common'
import { type Beacon, beaconFromInfo, firstRoundAfterClose, knownChain, type Manifest, roundTime, verifyRound } from '#draw'
import { TweetupConfig } from '../../config/index.js'
import { fetchRound } from './fetch-round.js'
import { TrialBeacon } from './trial-beacon.js'

const publicRelays = ['https://api.drand.sh', 'https://api2.drand.sh', 'https://api3.drand.sh', 'https://drand.cloudflare.com']
const quicknet = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971'

/** The source of randomness: names a future round at the close and fetches its signature, verified, when it is out. */
@Injectable()
export class BeaconClient {
  constructor(
    private readonly config: TweetupConfig,
    private readonly trialBeacon: TrialBeacon,
  ) {}

  /** Trial installations draw from a chain of their own, unless they were pointed at a public one. */
  get trial(): boolean {
    return this.config.trial && this.config.beaconUrl === undefined
  }

  /** Where the rounds can be fetched, for us and for whoever checks. */
  get relays(): readonly string[] {
    if (this.config.beaconUrl !== undefined) return [this.config.beaconUrl]
    return this.trial ? [this.config.url('/beacon')] : publicRelays
  }

  /** The first round that may decide a draw that is closed and sealed at these times (unix seconds), and when it comes out. */
  async futureRound(closesAt: number, sealedAt: number): Promise<{ readonly beacon: Beacon; readonly at: number }> {
    const chain = await this.#chain()
    const round = firstRoundAfterClose(chain, Math.max(closesAt, sealedAt))
    return { beacon: { ...chain, round }, at: roundTime(chain, round) }
  }

  /**
   * The signature of the round in the manifest, from the first relay that gives a genuine one.
   * Throws, naming each relay and what it answered, when none does.
   */
  async signature(manifest: Manifest): Promise<string> {
    const { beacon } = manifest.seed
    if (beacon === null) throw new Error(`The draw of event ${manifest.event} names no beacon round.`)
    const failures: string[] = []
    for (const relay of this.#reachableRelays()) {
      try {
        const { signature } = await fetchRound(relay, beacon)
        if (await verifyRound(beacon, { signature, previousSignature: null })) return signature
        failures.push(`${relay}: the signature of round ${beacon.round} is not genuine`)
      } catch (error) {
        failures.push(`${relay}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    throw new Error(`Round ${beacon.round} could not be fetched; it will be tried again. ${failures.join('; ')}`)
  }

  async #chain(): Promise<Omit<Beacon, 'round'>> {
    if (this.trial) return beaconFromInfo(await this.trialBeacon.info(), 1)
    const known = knownChain(quicknet)
    if (known === null) throw new Error(`The chain ${quicknet} is not among the known ones.`)
    const { name: _name, ...chain } = known
    return chain
  }

  /** A trial asks itself over loopback first: its public address may only work from outside. */
  #reachableRelays(): readonly string[] {
    if (!this.trial || this.config.port === 0) return this.relays
    return [`http://127.0.0.1:${this.config.port}/beacon`, ...this.relays]
  }
}
