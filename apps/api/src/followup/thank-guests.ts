import { Injectable, type OnModuleInit } from '@nestjs/common'
import { ApplicantLetters } from '../applications/index.js'
import { Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import { MomentRegistry } from '../jobs/index.js'
import { Deliveries } from '../messages/index.js'
import { FollowupRepository, type Unthanked } from './followup.repository.js'
import { thanksTime } from './thanks-time.js'

const HOUR = 60 * 60 * 1000
/** Nine in the morning is never closer to an end on the day before. */
const SOONEST = 8 * HOUR
/** Thanks that come a month late are no courtesy any more. */
const LATEST = 30 * 24 * HOUR

/** On the morning after an event its host thanks those who came, and writes to those who did not, exactly once. */
@Injectable()
export class ThankGuests implements OnModuleInit {
  constructor(
    private readonly moments: MomentRegistry,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly followups: FollowupRepository,
    private readonly letters: ApplicantLetters,
    private readonly deliveries: Deliveries,
  ) {}

  onModuleInit(): void {
    this.moments.register({ name: 'thank-guests', run: (now) => this.thankDue(now) })
  }

  async thankDue(now: Date): Promise<number> {
    const ended = await this.followups.unthanked(new Date(now.getTime() - LATEST), new Date(now.getTime() - SOONEST))
    let thanked = 0
    for (const event of ended) {
      if (thanksTime(event.endsAt, event.timeZone) <= now && (await this.#thank(event, now))) thanked += 1
    }
    return thanked
  }

  async #thank(unthanked: Unthanked, now: Date): Promise<boolean> {
    return this.transactions.run(async (manager) => {
      const event = await this.events.lock(manager, unthanked.eventId)
      if (event.cancelledAt !== null) return false
      const guests = await this.followups.invited(manager, event.id)
      const came = guests.filter((guest) => guest.came).length
      if (!(await this.followups.insert(manager, unthanked, { thankedAt: now, came, missed: guests.length - came }))) return false
      const cameIds = new Set(guests.filter((guest) => guest.came).map(({ applicationId }) => applicationId))
      const letters = await this.letters.address(
        manager,
        event,
        guests.map(({ applicationId }) => applicationId),
      )
      await this.deliveries.queueMany(
        manager,
        letters.map((letter) => ({
          ...letter,
          template: cameIds.has(letter.applicationId) ? ('thanks-came' as const) : ('thanks-missed' as const),
          key: `thanks:${letter.applicationId}`,
        })),
      )
      return true
    })
  }
}
