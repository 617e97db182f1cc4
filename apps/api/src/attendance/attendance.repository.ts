import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { InvitationState } from '../invitations/index.js'
import { CheckIn } from './check-in.entity.js'

/** Somebody at the door. */
export interface Guest {
  readonly applicationId: string
  readonly name: string
  readonly handle: string | null
  readonly ticketId: string
  readonly checkedInAt: Date | null
}

export interface DoorCounts {
  readonly expected: number
  readonly checkedIn: number
}

const LISTED = 200

@Injectable()
export class AttendanceRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** An applicant of the event, whether she has a seat or not; shadows are nobody. */
  async guest(manager: EntityManager, eventId: string, applicationId: string): Promise<(Guest & { readonly tokenEpoch: number }) | null> {
    const [guest] = await manager.query<(Guest & { tokenEpoch: number })[]>(
      `select id as "applicationId", name, handle, ticket_id as "ticketId", token_epoch as "tokenEpoch", check_ins.at as "checkedInAt"
       from applications left join check_ins on check_ins.application_id = applications.id
       where applications.event_id = $1 and applications.id = $2 and shadow_of is null`,
      [eventId, applicationId],
    )
    return guest ?? null
  }

  /** Where the newest invitation of an application stands, held so until the transaction ends; null when there is none. */
  async holdSeat(manager: EntityManager, applicationId: string): Promise<InvitationState | null> {
    const [row] = await manager.query<{ state: InvitationState }[]>(
      'select state from invitations where application_id = $1 order by invited_at desc, id desc limit 1 for share',
      [applicationId],
    )
    return row?.state ?? null
  }

  /** Writes that somebody came in. Answers false when that is written already, by another door perhaps. */
  async insert(manager: EntityManager, { applicationId, organizationId, eventId, at, byUserId, method }: CheckIn): Promise<boolean> {
    const rows = await manager.query<object[]>(
      `insert into check_ins (application_id, organization_id, event_id, at, by_user_id, method) values ($1, $2, $3, $4, $5, $6)
       on conflict (application_id) do nothing returning application_id`,
      [applicationId, organizationId, eventId, at, byUserId, method],
    )
    return rows.length === 1
  }

  async find(manager: EntityManager, eventId: string, applicationId: string): Promise<CheckIn | null> {
    return manager.findOneBy(CheckIn, { eventId, applicationId })
  }

  async remove(manager: EntityManager, eventId: string, applicationId: string): Promise<boolean> {
    return ((await manager.delete(CheckIn, { eventId, applicationId })).affected ?? 0) > 0
  }

  async counts(manager: EntityManager, eventId: string): Promise<DoorCounts> {
    const [counts] = await manager.query<DoorCounts[]>(
      `select (select count(*)::int from invitations where event_id = $1 and state = 'accepted') as expected,
         (select count(*)::int from check_ins where event_id = $1) as "checkedIn"`,
      [eventId],
    )
    return counts ?? { expected: 0, checkedIn: 0 }
  }

  /** Who is coming, by name; the first 200 that a search leaves. A search minds neither case nor accents. */
  async coming(eventId: string, search: string): Promise<Guest[]> {
    return this.dataSource.query<Guest[]>(
      `select applications.id as "applicationId", name, handle, ticket_id as "ticketId", check_ins.at as "checkedInAt"
       from invitations join applications on applications.id = invitations.application_id
       left join check_ins on check_ins.application_id = applications.id
       where invitations.event_id = $1 and invitations.state = 'accepted'
         and ($2 = '' or ${plain('name')} like '%' || ${plain('$2')} || '%' or lower(handle) like '%' || lower($2) || '%' or ticket_id like lower(replace($2, '-', '')) || '%')
       order by ${plain('name')}, applications.id limit ${LISTED}`,
      [eventId, search.replace(/[\\%_]/g, String.raw`\$&`)],
    )
  }
}

/** Text for comparing: without case and combining marks. */
function plain(expression: string): string {
  return String.raw`regexp_replace(normalize(lower(${expression}), NFKD), '[\u0300-\u036f]', '', 'g')`
}
