import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In, LessThanOrEqual, Repository } from 'typeorm'
import { Invitation } from './invitation.entity.js'

const perRound = 200

@Injectable()
export class InvitationRepository extends Repository<Invitation> {
  constructor(dataSource: DataSource) {
    super(Invitation, dataSource.manager)
  }

  /** The newest invitation of an application, locked until the transaction ends. Lock the draw's log first when it may change. */
  async lockNewest(manager: EntityManager, applicationId: string): Promise<Invitation | null> {
    return manager.findOne(Invitation, {
      where: { applicationId },
      order: { invitedAt: 'DESC', id: 'DESC' },
      lock: { mode: 'pessimistic_write' },
    })
  }

  async newest(applicationId: string, manager: EntityManager = this.manager): Promise<Invitation | null> {
    return manager.findOne(Invitation, { where: { applicationId }, order: { invitedAt: 'DESC', id: 'DESC' } })
  }

  async lockById(manager: EntityManager, organizationId: string, eventId: string, id: string): Promise<Invitation | null> {
    return manager.findOne(Invitation, { where: { organizationId, eventId, id }, lock: { mode: 'pessimistic_write' } })
  }

  /** Events with invitations whose deadline has passed unanswered. */
  async eventsWithLapsed(now: Date): Promise<readonly { readonly organizationId: string; readonly eventId: string }[]> {
    return this.manager.query(
      `select invitations.organization_id as "organizationId", invitations.event_id as "eventId" from invitations join events on events.id = invitations.event_id
       where invitations.state = 'pending' and invitations.deadline <= $1 and events.cancelled_at is null
       group by invitations.organization_id, invitations.event_id order by min(invitations.deadline) limit 50`,
      [now],
    )
  }

  /** A batch of lapsed invitations of an event, locked, earliest deadline first. */
  async lockLapsed(manager: EntityManager, eventId: string, now: Date): Promise<Invitation[]> {
    return manager.find(Invitation, {
      where: { eventId, state: 'pending', deadline: LessThanOrEqual(now) },
      order: { deadline: 'ASC', id: 'ASC' },
      take: perRound,
      lock: { mode: 'pessimistic_write' },
    })
  }

  async liveOfEvent(eventId: string, manager: EntityManager = this.manager): Promise<Invitation[]> {
    return manager.find(Invitation, { where: { eventId, state: In(['pending', 'accepted']) } })
  }

  /** Whether the door has let this person in: her seat is taken for good. */
  async hasArrived(manager: EntityManager, applicationId: string): Promise<boolean> {
    const rows = await manager.query<object[]>('select 1 from check_ins where application_id = $1', [applicationId])
    return rows.length > 0
  }
}
