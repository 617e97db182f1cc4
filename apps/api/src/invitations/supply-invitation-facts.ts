import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type PageSubject, type PersonalFacts, PersonalPageFacts, type SomeFacts } from '../applications/index.js'
import { InvitationRepository } from './invitation.repository.js'

/** Tells the personal page what it shows of an invitation. */
@Injectable()
export class SupplyInvitationFacts implements OnModuleInit {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly personalPages: PersonalPageFacts,
  ) {}

  onModuleInit(): void {
    this.personalPages.register((manager, subject, known) => this.#ofPerson(manager, subject, known))
  }

  /** Before the draw nobody is invited. */
  async #ofPerson(manager: EntityManager, { application, event, now }: PageSubject, { draw }: PersonalFacts): Promise<SomeFacts> {
    if (!draw?.drawnAt) return {}
    const invitation = await this.invitations.newest(application.id, manager)
    if (invitation === null) return {}
    const { state, deadline, invitedAt, answeredAt, returnedAt } = invitation
    const begun = event.startsAt !== null && event.startsAt <= now
    return {
      invitation: { state, deadline, invitedAt, answeredAt, returnedAt, canChangeUntil: event.startsAt },
      can: { answer: state === 'pending' && now < deadline && !begun, giveBack: state === 'accepted' && !begun },
    }
  }
}
