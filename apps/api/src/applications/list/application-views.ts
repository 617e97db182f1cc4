import { Injectable } from '@nestjs/common'
import { isUUID } from 'class-validator'
import { DataSource, type EntityManager } from 'typeorm'
import { Clock, newId, Transactions } from '../../database/index.js'
import { Events } from '../../events/index.js'
import { Conflict, Forbidden, type Membership, NotFound } from '../../http/index.js'
import type { ListedDto, SaveViewDto, ViewDto } from '../dto/application-view.dto.js'

const mostViews = 50

interface Row {
  readonly id: string
  readonly name: string
  readonly shared: boolean
  readonly user_id: string
  readonly by: string | null
  readonly event_id: string | null
  readonly list: ListedDto
}

/** Lists that a member looks at again: her own, and those that her colleagues share. */
@Injectable()
export class ApplicationViews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  async list({ organizationId, userId }: Membership, eventId: string): Promise<ViewDto[]> {
    await this.events.byId(this.dataSource.manager, organizationId, eventId)
    const rows = await this.dataSource.manager.query<Row[]>(
      `select views.id, views.name, shared, user_id, users.name as by, event_id, list
       from application_views views left join users on users.id = views.user_id
       where organization_id = $1 and (event_id is null or event_id = $2) and (shared or user_id = $3)
       order by lower(views.name), views.id`,
      [organizationId, eventId, userId],
    )
    return rows.map(({ user_id, event_id, ...view }) => ({ ...pick(view), own: user_id === userId, ofEvent: event_id !== null }))
  }

  async save({ organizationId, userId }: Membership, eventId: string, { name, shared, list }: SaveViewDto): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.events.byId(manager, organizationId, eventId)
      const [row] = await manager.query<{ count: number }[]>(
        'select count(*)::int as count from application_views where organization_id = $1 and user_id = $2',
        [organizationId, userId],
      )
      if ((row?.count ?? 0) >= mostViews) throw new Conflict('applications:viewsFull', { count: mostViews })
      await manager.query(
        `insert into application_views (id, organization_id, event_id, user_id, name, shared, list, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [newId(), organizationId, isOfEvent(list) ? eventId : null, userId, name, shared, list, await this.clock.now(manager)],
      )
    })
  }

  async replace(member: Membership, eventId: string, viewId: string, { name, shared, list }: SaveViewDto): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.#findOwn(manager, member, eventId, viewId)
      await manager.query('update application_views set name = $2, shared = $3, list = $4, event_id = $5 where id = $1', [
        viewId,
        name,
        shared,
        list,
        isOfEvent(list) ? eventId : null,
      ])
    })
  }

  async remove(member: Membership, eventId: string, viewId: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.#findOwn(manager, member, eventId, viewId)
      await manager.query('delete from application_views where id = $1', [viewId])
    })
  }

  async #findOwn(manager: EntityManager, { organizationId, userId }: Membership, eventId: string, viewId: string): Promise<void> {
    await this.events.byId(manager, organizationId, eventId)
    const [view] = await manager.query<{ user_id: string; shared: boolean }[]>(
      `select user_id, shared from application_views
       where organization_id = $1 and id = $2 and (event_id is null or event_id = $3) for update`,
      [organizationId, viewId, eventId],
    )
    if (!view || (view.user_id !== userId && !view.shared)) throw new NotFound()
    if (view.user_id !== userId) throw new Forbidden('applications:viewOfAnother')
  }
}

const pick = ({ id, name, shared, by, list }: Pick<Row, 'id' | 'name' | 'shared' | 'by' | 'list'>) => ({ id, name, shared, by, list })

/** Whether it names what only this event has. */
const isOfEvent = ({ answer = [], pool, tag, column = [] }: ListedDto): boolean =>
  answer.length > 0 || Boolean(pool) || Boolean(tag) || column.some((name) => isUUID(name))
