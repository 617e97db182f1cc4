import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ApplicationTokens, type PageSubject, PersonalPageFacts, type SomeFacts } from '../applications/index.js'
import { ComingPeople } from './coming.js'

/** Tells the personal page of somebody who is coming where calendar and programme are. */
@Injectable()
export class SupplyAgendaFacts implements OnModuleInit {
  constructor(
    private readonly coming: ComingPeople,
    private readonly tokens: ApplicationTokens,
    private readonly personalPages: PersonalPageFacts,
  ) {}

  onModuleInit(): void {
    this.personalPages.register((manager, subject) => this.#ofPerson(manager, subject))
  }

  async #ofPerson(manager: EntityManager, { application, event, personalUrl }: PageSubject): Promise<SomeFacts> {
    if (event.cancelledAt !== null || !(await this.coming.hasSeat(manager, application.id))) return {}
    return {
      links: {
        calendarFile: `${personalUrl}/event.ics`,
        calendarFeed: this.tokens.feedUrl(application),
        agendaPdf: `${personalUrl}/agenda.pdf`,
      },
    }
  }
}
