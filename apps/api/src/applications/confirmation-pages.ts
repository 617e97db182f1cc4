import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Clock } from '../database/index.js'
import { Events, type PublicEvent, PublicEvents } from '../events/index.js'
import { ApplicationRepository } from './application.repository.js'

/** What the page behind a confirmation link shows before anything is pressed. */
export interface ConfirmationPage {
  readonly state: 'open' | 'confirmed' | 'tooLate' | 'unknown'
  readonly event: PublicEvent | null
  readonly name: string | null
}

@Injectable()
export class ConfirmationPages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly publicEvents: PublicEvents,
    private readonly applications: ApplicationRepository,
  ) {}

  async show(token: string): Promise<ConfirmationPage> {
    const application = await this.applications.byConfirmToken(token)
    if (!application || application.shadowOf !== null) return { state: 'unknown', event: null, name: null }
    const { manager } = this.dataSource
    const event = await this.events.byId(manager, application.organizationId, application.eventId)
    const now = await this.clock.now()
    const closed = event.cancelledAt !== null || event.closesAt === null || now >= event.closesAt
    const state = application.confirmedAt ? 'confirmed' : closed ? 'tooLate' : 'open'
    const publicEvent = await this.publicEvents.present(event, await this.events.organizationOf(manager, event), manager, now)
    return { state, event: publicEvent, name: application.name }
  }
}
