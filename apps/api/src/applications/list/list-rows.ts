import { ticketNumber } from '#draw'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Event } from '../../events/index.js'
import { applicationStep, type Step } from '../application-step.js'
import type { ApplicationRowDto } from '../dto/application-list.dto.js'
import type { BesideFact, InvitationFacts } from '../personal-page-facts.js'
import { factColumns, factTables } from './application-facts.js'

interface Row {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly handle: string | null
  readonly handle_proven_at: Date | null
  readonly returning: boolean
  readonly country: string | null
  readonly tags: readonly string[]
  readonly answers: ApplicationRowDto['answers']
  readonly ticket_id: string
  readonly received_at: Date
  readonly confirmed_at: Date | null
  readonly withdrawn_at: Date | null
  readonly set_aside_at: Date | null
  readonly entered: boolean
  readonly out: boolean
  readonly rank: number | null
  readonly pick_reason: string | null
  readonly beside: BesideFact | null
  readonly invitation_state: InvitationFacts['state'] | null
  readonly deadline: Date
  readonly returned_at: Date | null
  readonly checked_in_at: Date | null
  readonly together: readonly string[]
}

/** What the list shows of applications, as it is now. */
@Injectable()
export class ListRows {
  constructor(private readonly dataSource: DataSource) {}

  /** These applications of the event in the order that is given, with their answers to these questions; shadows are left out. */
  async of(event: Event, ids: readonly string[], now: Date, questions: readonly string[]): Promise<ApplicationRowDto[]> {
    const rows = await this.dataSource.manager.query<Row[]>(
      `select application.id, name, email, handle, known_fan as returning, country, tags,
         application.ticket_id, received_at, ${factColumns},
         (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(answers) where key = any($3)) as answers,
         array(
           select companion.name from applications companion
           where companion.group_id = application.group_id and companion.id <> application.id and companion.shadow_of is null
           order by companion.group_joined_at, companion.id
         ) as together
       from ${factTables('applications')}
       where application.id = any($2::uuid[]) and application.event_id = $1 and shadow_of is null`,
      [event.id, ids, questions],
    )
    const found = new Map(rows.map((row) => [row.id, present(row, event, now)]))
    return ids.flatMap((id) => found.get(id) ?? [])
  }
}

function stepOf(row: Row, event: Event, now: Date): Step {
  const { entered, out, rank, beside, deadline } = row
  const application = {
    confirmedAt: row.confirmed_at,
    handleProvenAt: row.handle_proven_at,
    withdrawnAt: row.withdrawn_at,
    setAsideAt: row.set_aside_at,
  }
  const invitation = row.invitation_state && { state: row.invitation_state, deadline, returnedAt: row.returned_at }
  return applicationStep({ event, application, draw: { entered, out, rank }, beside, invitation, checkedInAt: row.checked_in_at }, now)
}

function present(row: Row, event: Event, now: Date): ApplicationRowDto {
  const { id, name, email, handle, country, tags, answers, rank, together, returning } = row
  return {
    id,
    name,
    email,
    handle,
    handleProven: row.handle_proven_at !== null,
    returning,
    country,
    tags,
    step: stepOf(row, event, now),
    ticketNumber: ticketNumber(row.ticket_id),
    rank,
    together,
    pickReason: row.pick_reason,
    receivedAt: row.received_at.toISOString(),
    confirmedAt: row.confirmed_at?.toISOString() ?? null,
    answers,
  }
}
