import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, Repository } from 'typeorm'
import { rolesThatMay } from '#permissions'
import { Exclusion } from './exclusion.entity.js'

@Injectable()
export class ExclusionRepository extends Repository<Exclusion> {
  constructor(dataSource: DataSource) {
    super(Exclusion, dataSource.manager)
  }

  /** Locked until the transaction ends. Lock the draw's log first. */
  async lockById(manager: EntityManager, organizationId: string, eventId: string, id: string): Promise<Exclusion | null> {
    return manager.findOne(Exclusion, { where: { organizationId, eventId, id }, lock: { mode: 'pessimistic_write' } })
  }

  /** The newest that took this application out, whatever became of an appeal. */
  async newestApproved(manager: EntityManager, applicationId: string): Promise<Exclusion | null> {
    return manager.findOne(Exclusion, {
      where: [
        { applicationId, state: 'approved' },
        { applicationId, state: 'reinstated' },
      ],
      order: { askedAt: 'DESC', id: 'DESC' },
    })
  }

  async lockNewestApproved(manager: EntityManager, applicationId: string): Promise<Exclusion | null> {
    const newest = await this.newestApproved(manager, applicationId)
    return newest && this.lockById(manager, newest.organizationId, newest.eventId, newest.id)
  }

  /** Whether somebody has left a group of which others are still in the draw. */
  async hasLeftGroup(manager: EntityManager, { drawId, applicationId }: Pick<Exclusion, 'drawId' | 'applicationId'>): Promise<boolean> {
    const rows = await manager.query<object[]>('select from draw_leavers where draw_id = $1 and application_id = $2', [
      drawId,
      applicationId,
    ])
    return rows.length > 0
  }

  /** Members who could decide what this one asks for. */
  async othersWhoDecide(manager: EntityManager, organizationId: string, userId: string): Promise<number> {
    const [row] = await manager.query<{ others: number }[]>(
      `select count(*)::int as others from memberships where organization_id = $1 and user_id <> $2 and role = any($3::text[])`,
      [organizationId, userId, rolesThatMay('exclusions.decide')],
    )
    return row?.others ?? 0
  }

  /** Events where something waits for a decision that is pointless by now. */
  async eventsWithPointless(now: Date): Promise<readonly { readonly organizationId: string; readonly eventId: string }[]> {
    return this.manager.query(
      `select distinct exclusions.organization_id as "organizationId", exclusions.event_id as "eventId"
       from exclusions
       join events on events.id = exclusions.event_id
       join applications on applications.id = exclusions.application_id
       left join draw_units unit on unit.draw_id = exclusions.draw_id and unit.unit_id = exclusions.unit_id
       where (exclusions.state = 'open' or exclusions.appeal_state = 'open')
         and (events.cancelled_at is not null or events.starts_at <= $1 or applications.withdrawn_at is not null
           or (exclusions.state = 'open' and (unit.state = 'out' or exists (
             select from draw_leavers left_group
             where left_group.draw_id = exclusions.draw_id and left_group.application_id = exclusions.application_id))))
       limit 50`,
      [now],
    )
  }

  /** What waits for a decision in an event, locked. */
  async lockWaiting(manager: EntityManager, eventId: string): Promise<Exclusion[]> {
    return manager.find(Exclusion, {
      where: [
        { eventId, state: 'open' },
        { eventId, appealState: 'open' },
      ],
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    })
  }
}
