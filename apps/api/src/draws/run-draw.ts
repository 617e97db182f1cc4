import { Injectable } from '@nestjs/common'
import { Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import { oneByOne } from '../jobs/index.js'
import type { Draw } from './draw.entity.js'
import { DrawLog } from './draw-log.js'
import { DrawRepository } from './draw.repository.js'
import { type DrawnWith, NumberOfDraw } from './number-of-draw.js'

/** The draw itself: once the number that was named at the close is there, ranks everybody and places whom the fill rule names. */
@Injectable()
export class RunDraw {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly draws: DrawRepository,
    private readonly log: DrawLog,
    private readonly numbers: NumberOfDraw,
  ) {}

  /** Makes every draw whose round is out; answers how many. The relays are asked for all rounds at once, so that slow ones hold nobody up for long. */
  async runDue(now: Date): Promise<number> {
    const due = await this.draws.drawsToRun(now)
    const numbers = due.map((draw) => ({ draw, number: this.numbers.find(draw, now) }))
    await Promise.allSettled(numbers.map(({ number }) => number))
    return oneByOne(numbers, async ({ draw, number }) => {
      const drawn = await number
      return drawn === null ? 0 : this.#run(draw, drawn)
    })
  }

  /** The event may have been cancelled while a relay was asked. */
  async #run({ id, organizationId, eventId }: Draw, drawn: DrawnWith): Promise<number> {
    return this.transactions.run(async (manager) => {
      const event = await this.events.hold(manager, organizationId, eventId)
      const draw = await this.draws.lockLatest(manager, eventId)
      if (event.cancelledAt !== null || draw?.id !== id || draw.drawnAt !== null) return 0
      await this.log.draw(manager, draw, drawn)
      return 1
    })
  }
}
