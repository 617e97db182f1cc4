import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Clock } from '../../database/index.js'
import { Events } from '../../events/index.js'
import { type Membership, NotFound } from '../../http/index.js'
import type { Application } from '../application.entity.js'
import { ApplicationRepository } from '../application.repository.js'
import type { ApplicationActDto, ApplicationStoryDto, PastApplicationDto } from '../dto/application-story.dto.js'
import { ListRows } from './list-rows.js'

const mostEvents = 50
const mostActs = 100

interface PastRow {
  readonly id: string
  readonly event_id: string
  readonly checked_in_at: Date | null
}

interface ActRow {
  readonly action: string
  readonly by: string | null
  readonly at: Date
  readonly before: object | null
  readonly after: object | null
}

/** What lies behind an application: the same address at other events of the organization, and what the team did about it. */
@Injectable()
export class ApplicationStory {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly applications: ApplicationRepository,
    private readonly rows: ListRows,
  ) {}

  async tell({ organizationId }: Membership, eventId: string, applicationId: string): Promise<ApplicationStoryDto> {
    const application = await this.applications.ofOrganization(organizationId, applicationId)
    if (application?.eventId !== eventId || application.shadowOf !== null) throw new NotFound()
    return { others: await this.#others(application), acts: await this.#acts(application) }
  }

  async #others({ id, organizationId, emailKey }: Application): Promise<PastApplicationDto[]> {
    const { manager } = this.dataSource
    const found = await manager.query<PastRow[]>(
      `select applications.id, applications.event_id, check_ins.at as checked_in_at
       from applications left join check_ins on check_ins.application_id = applications.id
       where applications.organization_id = $1 and email_key = $2 and shadow_of is null and applications.id <> $3
       order by received_at desc, applications.id desc limit ${mostEvents}`,
      [organizationId, emailKey, id],
    )
    const now = await this.clock.now()
    const others: PastApplicationDto[] = []
    for (const { id: otherId, event_id, checked_in_at } of found) {
      const event = await this.events.byId(manager, organizationId, event_id)
      const [row] = await this.rows.of(event, [otherId], now, [])
      if (!row) continue
      others.push({
        id: otherId,
        eventId: event.id,
        eventTitle: event.title,
        eventStartsAt: event.startsAt?.toISOString() ?? null,
        step: row.step,
        rank: row.rank,
        receivedAt: row.receivedAt,
        checkedInAt: checked_in_at?.toISOString() ?? null,
      })
    }
    return others
  }

  async #acts({ id, organizationId }: Application): Promise<ApplicationActDto[]> {
    const rows = await this.dataSource.manager.query<ActRow[]>(
      `select action, users.name as by, at, before, after from audit_log left join users on users.id = audit_log.user_id
       where organization_id = $1 and subject = $2 order by at desc, audit_log.id desc limit ${mostActs}`,
      [organizationId, id],
    )
    return rows.map(({ at, ...act }) => ({ ...act, at: at.toISOString() }))
  }
}
