import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import { MomentRegistry, oneByOne } from '../jobs/index.js'
import { ExclusionRepository } from './exclusion.repository.js'
import { Pointless } from './pointless.js'

/** Requests and appeals that need no decision any more end by themselves: the person left, the event began or is cancelled. */
@Injectable()
export class EndExclusions implements OnModuleInit {
  constructor(
    private readonly moments: MomentRegistry,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly exclusions: ExclusionRepository,
    private readonly pointless: Pointless,
  ) {}

  onModuleInit(): void {
    this.moments.register({ name: 'end-exclusions', run: (now) => this.runDue(now) })
  }

  /** Answers how many ended. */
  async runDue(now: Date): Promise<number> {
    return oneByOne(await this.exclusions.eventsWithPointless(now), ({ organizationId, eventId }) =>
      this.transactions.run(async (manager) => {
        const event = await this.events.hold(manager, organizationId, eventId)
        let ended = 0
        for (const exclusion of await this.exclusions.lockWaiting(manager, eventId)) {
          const because = await this.pointless.because(manager, event, exclusion, now)
          if (because === null) continue
          await this.pointless.end(manager, exclusion, because, now)
          ended += 1
        }
        return ended
      }),
    )
  }
}
