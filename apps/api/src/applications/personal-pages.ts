import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { Clock } from '../database/index.js'
import { Events, PublicEvents } from '../events/index.js'
import { NotFound } from '../http/index.js'
import type { Application } from './application.entity.js'
import { ApplicationRepository } from './application.repository.js'
import { ApplicationTokens } from './application-tokens.js'
import type { PersonalPageDto } from './dto/personal-page.dto.js'
import { PersonalPageFacts } from './personal-page-facts.js'
import { presentPersonalPage } from './personal-page.presenter.js'

/** One link, one page, from the first minute to the last. */
@Injectable()
export class PersonalPages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly publicEvents: PublicEvents,
    private readonly applications: ApplicationRepository,
    private readonly tokens: ApplicationTokens,
    private readonly facts: PersonalPageFacts,
  ) {}

  /** The application that a personal token opens. Throws NotFound, the same for every token that opens none. */
  async holder(token: string): Promise<Application> {
    const application = token === '' ? null : await this.applications.byPersonalToken(token)
    if (!application) throw new NotFound()
    return application
  }

  /** The page that a personal token opens, as it is now. */
  async show(token: string): Promise<PersonalPageDto> {
    return this.present(this.dataSource.manager, await this.holder(token))
  }

  async present(manager: EntityManager, application: Application): Promise<PersonalPageDto> {
    const event = await this.events.byId(manager, application.organizationId, application.eventId)
    const subject = { application, event, now: await this.clock.now(manager), personalUrl: this.tokens.personalUrl(application) }
    const organization = await this.events.organizationOf(manager, event)
    const publicEvent = await this.publicEvents.present(event, organization, manager, subject.now)
    return presentPersonalPage(subject, await this.facts.gather(manager, subject), publicEvent)
  }
}
