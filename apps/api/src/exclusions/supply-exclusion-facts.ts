import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type PageSubject, type PersonalFacts, PersonalPageFacts, type SomeFacts } from '../applications/index.js'
import { ExclusionRepository } from './exclusion.repository.js'

/** Tells the personal page what it shows of an exclusion. */
@Injectable()
export class SupplyExclusionFacts implements OnModuleInit {
  constructor(
    private readonly exclusions: ExclusionRepository,
    private readonly personalPages: PersonalPageFacts,
  ) {}

  onModuleInit(): void {
    this.personalPages.register((manager, subject, known) => this.#ofPerson(manager, subject, known))
  }

  async #ofPerson(manager: EntityManager, { application, event, now }: PageSubject, { draw }: PersonalFacts): Promise<SomeFacts> {
    if (!draw?.entered) return {}
    const exclusion = await this.exclusions.newestApproved(manager, application.id)
    if (exclusion === null || exclusion.decidedAt === null) return {}
    const { reason, note, decidedAt, appeal, appealedAt, appealState, appealAnswer, appealDecidedAt } = exclusion
    const begun = event.startsAt !== null && event.startsAt <= now
    return {
      exclusion: {
        reason,
        note,
        at: decidedAt,
        appealUntil: event.startsAt,
        appeal:
          appeal !== null && appealedAt !== null && appealState !== null
            ? { text: appeal, at: appealedAt, state: appealState, answer: appealAnswer, decidedAt: appealDecidedAt }
            : null,
      },
      can: { appeal: exclusion.state === 'approved' && appeal === null && !begun },
    }
  }
}
