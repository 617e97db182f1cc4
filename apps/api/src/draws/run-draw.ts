import { Injectable } from '@nestjs/common'
import { parseManifest } from '#draw'
import { Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import { oneByOne } from '../jobs/index.js'
import { BeaconClient } from './beacon/beacon-client.js'
import type { Draw } from './draw.entity.js'
import { DrawLog } from './draw-log.js'
import { DrawRepository } from './draw.repository.js'

/** The draw itself: once the round that was named at the close is out, ranks everybody and places whom the fill rule names. */
@Injectable()
export class RunDraw {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly draws: DrawRepository,
    private readonly log: DrawLog,
    private readonly beacon: BeaconClient,
  ) {}

  /** Makes every draw whose round is out; answers how many. The relays are asked for all rounds at once, so that slow ones hold nobody up for long. */
  async runDue(now: Date): Promise<number> {
    const due = await this.draws.drawsToRun(now)
    const rounds = due.map((draw) => ({ draw, signature: this.#signatureFor(draw) }))
    await Promise.allSettled(rounds.map(({ signature }) => signature))
    return oneByOne(rounds, async ({ draw, signature }) => this.#run(draw, await signature))
  }

  async #signatureFor({ manifest }: Draw): Promise<string> {
    return this.beacon.signature(parseManifest(manifest))
  }

  /** The event may have been cancelled while a relay was asked. */
  async #run({ organizationId, eventId }: Draw, signature: string): Promise<number> {
    return this.transactions.run(async (manager) => {
      const event = await this.events.hold(manager, organizationId, eventId)
      const draw = await this.draws.lockLatest(manager, eventId)
      if (event.cancelledAt !== null || draw === null || draw.drawnAt !== null) return 0
      await this.log.draw(manager, draw, { signature, previousSignature: null })
      return 1
    })
  }
}
