import { Injectable } from '@nestjs/common'
import { parseManifest } from '#draw'
import { Transactions } from '../database/index.js'
import { BeaconClient } from './beacon/beacon-client.js'
import { DrawLog } from './draw-log.js'
import { DrawRepository } from './draw.repository.js'

/** The draw itself: once the round that was named at the close is out, ranks everybody and places whom the fill rule names. */
@Injectable()
export class RunDraw {
  constructor(
    private readonly transactions: Transactions,
    private readonly draws: DrawRepository,
    private readonly log: DrawLog,
    private readonly beacon: BeaconClient,
  ) {}

  /** Makes every draw whose round is out. One that fails is left for the next time and does not hold up the others. */
  async runDue(now: Date): Promise<number> {
    let made = 0
    const failures: unknown[] = []
    for (const eventId of await this.draws.drawsToRun(now)) {
      try {
        if (await this.#run(eventId)) made += 1
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('\n'))
    return made
  }

  async #run(eventId: string): Promise<boolean> {
    const committed = await this.draws.latest(eventId)
    if (committed === null || committed.drawnAt !== null) return false
    const signature = await this.beacon.signature(parseManifest(committed.manifest))
    return this.transactions.run(async (manager) => {
      const draw = await this.draws.lockLatest(manager, eventId)
      if (draw === null || draw.drawnAt !== null) return false
      await this.log.draw(manager, draw, signature)
      return true
    })
  }
}
