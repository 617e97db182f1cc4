import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ApplicantFacts, SelectionPolicy } from '#policy'
import { factColumns, factNeeds, type FactRow, factsOf, fanHistory } from './applicant-facts.js'

/** What a draw may know of somebody who takes part in it. */
export interface FrozenApplicant {
  readonly ticketId: string
  /** As far as the policy asks for them. */
  readonly facts: ApplicantFacts
}

/** Who gets all their seats or none: somebody alone, or those of a group who take part. Members stand in the order of their tickets. */
export interface FrozenUnit {
  readonly members: readonly FrozenApplicant[]
}

/** A ticket that has a receipt and does not take part, with a token that may be published. */
export interface SetAsideTicket {
  readonly ticketId: string
  readonly reason: string
}

/** Why a ticket that was confirmed by the close does not take part: every pool that it could have competed in had closed before. */
export const noPool = 'no-pool'

/** Why the rules leave somebody out of a draw. */
export type LeftOutReason = 'below-threshold' | 'not-reviewed' | 'unproven' | typeof noPool

type OfEvent = { readonly id: string }

/** With the seats that were given beside the draw, and whom a review has kept out of it. */
const applicationsAndBeside = `applications
       left join picks pick on pick.application_id = applications.id
       left join review_outcomes read on read.application_id = applications.id and read.outcome in ('below-threshold', 'not-reviewed')`

/** Whether the event `$1` asks for an account that is proven, and this application has none. */
export const lacksProofInSql = `(handle_proven_at is null and (select handle_proof ->> 'mode' = 'required' from events where events.id = $1))`

/** So few that their objects are gone before the next ones come. */
const rowsPerFetch = 2000

interface EnteredRow extends FactRow {
  /** The first ticket of the unit: what keeps its members side by side. */
  readonly first_ticket: string
}

/**
 * The list of an event's applications at its freeze, as it stands, in pieces. The caller holds the event's row locked for itself
 * (`Events.lock`), so nobody can apply, confirm or withdraw meanwhile.
 */
@Injectable()
export class FrozenApplications {
  /** How many there are, whether they take part or not. */
  async count(manager: EntityManager, event: OfEvent): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      'select count(*)::int as count from applications where event_id = $1 and shadow_of is null',
      [event.id],
    )
    return row?.count ?? 0
  }

  /** Who takes part, in the order of each unit's first ticket. */
  async *units(manager: EntityManager, event: OfEvent, policy: SelectionPolicy, now: Date): AsyncGenerator<readonly FrozenUnit[], void> {
    const needs = factNeeds(policy)
    // Without groups there is nothing to sort by them.
    const firstTicket =
      policy.companions.largest > 1 ? 'min(ticket_id collate "C") over (partition by coalesce(group_id, applications.id))' : 'ticket_id'
    const rows = this.#rows<EnteredRow>(
      manager,
      `select ticket_id, (${firstTicket}) collate "C" as first_ticket${factColumns(needs)} from ${applicationsAndBeside}
       ${needs.history ? `left join (${fanHistory}) past using (email_key)` : ''}
       where applications.event_id = $1 and confirmed_at is not null and withdrawn_at is null and set_aside_at is null
         and not ${lacksProofInSql} and pick.reason is null and read.outcome is null
       order by first_ticket, ticket_id collate "C"`,
      needs.history ? [event.id, now] : [event.id],
    )
    let last: EnteredRow[] = []
    for await (const piece of rows) {
      const units = unitsOf([...last, ...piece])
      // The next piece may go on with the same group.
      last = units.pop() ?? []
      yield units.map(frozenUnit)
    }
    if (last.length > 0) yield [frozenUnit(last)]
  }

  /** Sets these tickets aside, for a reason that is published. */
  async putAside(manager: EntityManager, event: OfEvent, tickets: readonly string[], reason: string, at: Date): Promise<void> {
    await manager.query(
      'update applications set set_aside_at = $4, set_aside_reason = $3 where event_id = $1 and ticket_id = any($2::text[])',
      [event.id, tickets, reason, at],
    )
  }

  /** The tickets that do not, in their order. Shadows count as unconfirmed: no list may tell that somebody has applied with the same address. */
  async *setAside(manager: EntityManager, event: OfEvent): AsyncGenerator<readonly SetAsideTicket[], void> {
    const rows = this.#rows<{ ticket_id: string; reason: string }>(
      manager,
      `select ticket_id,
         case
           when withdrawn_at is not null then 'withdrawn' when set_aside_at is not null then set_aside_reason
           when confirmed_at is null then 'unconfirmed' when pick.reason = 'score' then 'score' when pick.reason is not null then 'picked'
           when ${lacksProofInSql} then 'unproven' else read.outcome
         end as reason
       from ${applicationsAndBeside}
       where applications.event_id = $1 and (confirmed_at is null or withdrawn_at is not null or set_aside_at is not null
         or pick.reason is not null or read.outcome is not null or ${lacksProofInSql})
       order by ticket_id collate "C"`,
      [event.id],
    )
    for await (const piece of rows) yield piece.map((row) => ({ ticketId: row.ticket_id, reason: row.reason }))
  }

  /**
   * The next applications in order of their ids that were not confirmed in time, and for which the first mail was asked for again: to others it may
   * have gone by mistake, and a second one is too much. None of a shadow, and of nobody who has left.
   */
  async unconfirmedAfter(manager: EntityManager, event: OfEvent, id: string | null, limit: number): Promise<readonly string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `select id from applications
       where event_id = $1 and confirmed_at is null and withdrawn_at is null and set_aside_at is null and shadow_of is null
         and exists (select from deliveries where application_id = applications.id and template = 'confirm-address' offset 1)
         and ($2::uuid is null or id > $2) order by id limit $3`,
      [event.id, id, limit],
    )
    return rows.map((row) => row.id)
  }

  /** The next applications in order of their ids that the rules have left out, and why; of nobody who has left. */
  async leftOutAfter(
    manager: EntityManager,
    event: OfEvent,
    id: string | null,
    limit: number,
  ): Promise<ReadonlyMap<string, LeftOutReason>> {
    const unproven = `(confirmed_at is not null and pick.reason is null and ${lacksProofInSql})`
    const rows = await manager.query<{ id: string; outcome: LeftOutReason }[]>(
      `select applications.id, coalesce(set_aside_reason, case when ${unproven} then 'unproven' end, read.outcome) as outcome from ${applicationsAndBeside}
       where applications.event_id = $1 and withdrawn_at is null
         and case when set_aside_at is null then read.outcome is not null or ${unproven} else set_aside_reason = '${noPool}' end
         and ($2::uuid is null or applications.id > $2) order by applications.id limit $3`,
      [event.id, id, limit],
    )
    return new Map(rows.map((row) => [row.id, row.outcome]))
  }

  /** Through a cursor of the transaction, so that a million rows never lie in memory at once. */
  async *#rows<Row>(manager: EntityManager, query: string, values: readonly unknown[]): AsyncGenerator<Row[], void> {
    await manager.query(`declare frozen_applications no scroll cursor for ${query}`, [...values])
    try {
      for (;;) {
        const rows = await manager.query<Row[]>(`fetch ${rowsPerFetch} from frozen_applications`)
        if (rows.length > 0) yield rows
        if (rows.length < rowsPerFetch) return
      }
    } finally {
      await manager.query('close frozen_applications')
    }
  }
}

function unitsOf(rows: readonly EnteredRow[]): EnteredRow[][] {
  const units: EnteredRow[][] = []
  for (const row of rows) {
    const unit = units.at(-1)
    if (unit?.[0]?.first_ticket === row.first_ticket) unit.push(row)
    else units.push([row])
  }
  return units
}

function frozenUnit(rows: readonly EnteredRow[]): FrozenUnit {
  return { members: rows.map((row) => ({ ticketId: row.ticket_id, facts: factsOf(row) })) }
}
