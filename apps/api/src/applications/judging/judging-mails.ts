import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Event } from '../../events/index.js'
import { Deliveries } from '../../messages/index.js'
import { ApplicantLetters } from '../applicant-letters.js'
import type { Judged } from './judging-door.js'
import type { Judgement } from './judgements.js'

/** Tells people what the team decided about their applications: only at addresses that are confirmed, since others may be a stranger's. */
@Injectable()
export class JudgingMails {
  constructor(
    private readonly letters: ApplicantLetters,
    private readonly deliveries: Deliveries,
  ) {}

  async setAside(manager: EntityManager, event: Event, { id, reason, note }: Judgement, judged: readonly Judged[]): Promise<void> {
    if (reason === null) return
    const letters = await this.#letters(manager, event, judged)
    await this.deliveries.queueMany(
      manager,
      letters.map((letter) => ({
        ...letter,
        template: 'set-aside' as const,
        params: { ...letter.params, reason, note },
        key: `set-aside:${id}:${letter.applicationId}`,
      })),
    )
  }

  async takenBack(manager: EntityManager, event: Event, { id }: Judgement, judged: readonly Judged[]): Promise<void> {
    const letters = await this.#letters(manager, event, judged)
    await this.deliveries.queueMany(
      manager,
      letters.map((letter) => ({ ...letter, template: 'back-in' as const, key: `back-in:${id}:${letter.applicationId}` })),
    )
  }

  #letters(manager: EntityManager, event: Event, judged: readonly Judged[]) {
    return this.letters.address(
      manager,
      event,
      judged.filter(({ confirmed }) => confirmed).map(({ id }) => id),
    )
  }
}
