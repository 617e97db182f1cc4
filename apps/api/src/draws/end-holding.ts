import { Injectable } from '@nestjs/common'
import { Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import { oneByOne } from '../jobs/index.js'
import { DrawLog } from './draw-log.js'
import { DrawRepository } from './draw.repository.js'

const answersDue = 'answers-due'

/** On the day the answers are due, seats that were held for the next group go to whoever they are enough for: the line `final`. */
@Injectable()
export class EndHolding {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly draws: DrawRepository,
    private readonly log: DrawLog,
  ) {}

  /** Answers in how many draws. */
  async runDue(now: Date): Promise<number> {
    return oneByOne(await this.draws.toEndHolding(now), ({ organizationId, eventId }) =>
      this.transactions.run(async (manager) => {
        const event = await this.events.hold(manager, organizationId, eventId)
        if (event.cancelledAt !== null) return 0
        const ended = await this.log.change(manager, eventId, async ({ draw, append }) => {
          if (!draw.holds || draw.drawnAt === null) return 0
          append({ type: 'final', reason: answersDue })
          return 1
        })
        return ended ?? 0
      }),
    )
  }
}
