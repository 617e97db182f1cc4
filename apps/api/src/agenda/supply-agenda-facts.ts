import { Injectable, type OnModuleInit } from '@nestjs/common'
import { ApplicationTokens, type PageSubject, type PersonalFacts, PersonalPageFacts, type SomeFacts } from '../applications/index.js'
import { isComing } from './coming.js'

/** Tells the personal page of somebody who is coming where calendar and programme are. */
@Injectable()
export class SupplyAgendaFacts implements OnModuleInit {
  constructor(
    private readonly tokens: ApplicationTokens,
    private readonly personalPages: PersonalPageFacts,
  ) {}

  onModuleInit(): void {
    this.personalPages.register(async (_, subject, known) => this.#ofPerson(subject, known))
  }

  #ofPerson({ application, event, personalUrl }: PageSubject, { invitation }: PersonalFacts): SomeFacts {
    if (!isComing(event, invitation)) return {}
    return {
      links: {
        calendarFile: `${personalUrl}/event.ics`,
        calendarFeed: this.tokens.feedUrl(application),
        agendaPdf: `${personalUrl}/agenda.pdf`,
      },
    }
  }
}
