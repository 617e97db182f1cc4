import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { ticketNumber } from '#draw'
import { may } from '#permissions'
import { Events } from '../events/index.js'
import { type Membership, NotFound } from '../http/index.js'
import type { ExclusionAppealDto, ExclusionDto, ExclusionListDto } from './dto/exclusion.dto.js'
import type { AppealState, Exclusion } from './exclusion.entity.js'
import { ExclusionRepository } from './exclusion.repository.js'

const most = 500

interface Row
  extends Pick<Exclusion, 'id' | 'applicationId' | 'reason' | 'note' | 'askedBy' | 'askedAt' | 'state' | 'decidedAt' | 'endedBecause'> {
  readonly name: string
  readonly ticketId: string
  readonly askerName: string | null
  readonly deciderName: string | null
  readonly appeal: string | null
  readonly appealedAt: Date | null
  readonly appealState: AppealState | null
  readonly appealAnswer: string | null
  readonly appealDeciderName: string | null
  readonly appealDecidedAt: Date | null
}

/** The requests and appeals of an event as its team sees them: what waits for a decision first. */
@Injectable()
export class ExclusionList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: Events,
    private readonly exclusions: ExclusionRepository,
  ) {}

  async list(member: Membership, eventId: string): Promise<ExclusionListDto> {
    const { manager } = this.dataSource
    await this.events.byId(manager, member.organizationId, eventId)
    const items = (await this.#rows(member, eventId, null)).map((row) => present(row, member))
    return {
      waiting: items.filter(({ state, appeal }) => state === 'open' || appeal?.state === 'open').length,
      colleagues: await this.exclusions.othersWhoDecide(manager, member.organizationId, member.userId),
      items,
    }
  }

  async show(member: Membership, eventId: string, id: string): Promise<ExclusionDto> {
    const [row] = await this.#rows(member, eventId, id)
    if (!row) throw new NotFound()
    return present(row, member)
  }

  async #rows({ organizationId }: Membership, eventId: string, id: string | null): Promise<Row[]> {
    return this.dataSource.query<Row[]>(
      `select exclusion.id, exclusion.application_id as "applicationId", applications.name, applications.ticket_id as "ticketId",
         exclusion.reason, exclusion.note, exclusion.asked_by as "askedBy", exclusion.asked_at as "askedAt", exclusion.state,
         exclusion.decided_at as "decidedAt", exclusion.ended_because as "endedBecause", exclusion.appeal,
         exclusion.appealed_at as "appealedAt", exclusion.appeal_state as "appealState", exclusion.appeal_answer as "appealAnswer",
         exclusion.appeal_decided_at as "appealDecidedAt", asker.name as "askerName", decider.name as "deciderName",
         appeal_decider.name as "appealDeciderName"
       from exclusions exclusion
       join applications on applications.id = exclusion.application_id
       left join users asker on asker.id = exclusion.asked_by
       left join users decider on decider.id = exclusion.decided_by
       left join users appeal_decider on appeal_decider.id = exclusion.appeal_decided_by
       where exclusion.organization_id = $1 and exclusion.event_id = $2 and ($3::uuid is null or exclusion.id = $3)
       order by (exclusion.state = 'open' or coalesce(exclusion.appeal_state = 'open', false)) desc,
         coalesce(exclusion.appealed_at, exclusion.asked_at) desc, exclusion.id desc
       limit ${most}`,
      [organizationId, eventId, id],
    )
  }
}

function present(row: Row, { userId, role }: Membership): ExclusionDto {
  const { id, applicationId, name, reason, note, state, endedBecause } = row
  const own = row.askedBy === userId
  return {
    id,
    applicationId,
    name,
    ticketNumber: ticketNumber(row.ticketId),
    reason,
    note,
    askedBy: row.askerName,
    askedAt: row.askedAt.toISOString(),
    state,
    decidedBy: row.deciderName,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    endedBecause,
    appeal: presentAppeal(row),
    can: {
      decide: state === 'open' && !own && may(role, 'exclusions.decide'),
      takeBack: state === 'open' && own,
      decideAppeal: row.appealState === 'open' && !own && may(role, 'exclusions.decide'),
    },
  }
}

function presentAppeal({
  appeal,
  appealedAt,
  appealState,
  appealAnswer,
  appealDeciderName,
  appealDecidedAt,
}: Row): ExclusionAppealDto | null {
  if (appeal === null || appealedAt === null || appealState === null) return null
  return {
    text: appeal,
    at: appealedAt.toISOString(),
    state: appealState,
    answer: appealAnswer,
    decidedBy: appealDeciderName,
    decidedAt: appealDecidedAt?.toISOString() ?? null,
  }
}
