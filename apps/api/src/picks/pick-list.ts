import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { freezesAt } from '#policy'
import { Clock } from '../database/index.js'
import { EventFacts, Events } from '../events/index.js'
import type { PickListDto } from './dto/pick.dto.js'

interface Row {
  readonly application_id: string
  readonly name: string
  readonly reason: string
  readonly picked_by: string | null
  readonly picked_at: Date
}

/** The seats beside the draw as the team sees them: who has one, from whom and why. */
@Injectable()
export class PickList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly facts: EventFacts,
  ) {}

  async show(organizationId: string, eventId: string): Promise<PickListDto> {
    const event = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    const rows = await this.dataSource.query<Row[]>(
      `select picks.application_id, applications.name, picks.reason, users.name as picked_by, picks.picked_at
       from picks join applications on applications.id = picks.application_id left join users on users.id = picks.picked_by
       where picks.event_id = $1 order by picks.picked_at, picks.application_id`,
      [eventId],
    )
    const freeze = freezesAt(event.policy, event.closesAt)
    const frozen = (await this.facts.drawOf(eventId)).state !== 'none' || freeze === null || (await this.clock.now()) >= freeze
    return {
      declared: event.policy.picked.seats,
      given: rows.filter(({ picked_by }) => picked_by !== null).length,
      open: event.publishedAt !== null && event.cancelledAt === null && !frozen,
      freezesAt: freeze?.toISOString() ?? null,
      items: rows.map((row) => ({
        applicationId: row.application_id,
        name: row.name,
        reason: row.reason,
        pickedBy: row.picked_by,
        pickedAt: row.picked_at.toISOString(),
      })),
    }
  }
}
