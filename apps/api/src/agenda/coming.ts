import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { type Application, PersonalPages } from '../applications/index.js'
import { type Event, Events, isPublished, type PublishedEvent } from '../events/index.js'
import { NotFound } from '../http/index.js'
import { InvitationRepository } from '../invitations/index.js'

/** Somebody who has a seat, and the event she comes to. */
export interface Coming {
  readonly application: Application
  readonly event: PublishedEvent
}

/** Whether somebody with this newest invitation comes to the event. */
export function isComing({ cancelledAt }: Event, invitation: { readonly state: string } | null): boolean {
  return cancelledAt === null && invitation?.state === 'accepted'
}

/** Finds out who is coming: an accepted invitation to an event that was not called off. */
@Injectable()
export class ComingPeople {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pages: PersonalPages,
    private readonly events: Events,
    private readonly invitations: InvitationRepository,
  ) {}

  /** Whoever holds this personal token, when she is coming. Throws NotFound otherwise. */
  async byPersonalToken(token: string): Promise<Coming> {
    const application = await this.pages.holder(token)
    const { manager } = this.dataSource
    const event = await this.events.byId(manager, application.organizationId, application.eventId)
    if (!isPublished(event) || event.cancelledAt !== null || !(await this.hasSeat(manager, application.id)))
      throw new NotFound('agenda:noSeat')
    return { application, event }
  }

  async hasSeat(manager: EntityManager, applicationId: string): Promise<boolean> {
    return (await this.invitations.newest(applicationId, manager))?.state === 'accepted'
  }
}
