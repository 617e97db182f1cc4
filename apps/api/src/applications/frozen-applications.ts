import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

/** Who takes part in a draw and whose tickets do not. */
export interface FrozenList {
  readonly entered: readonly { readonly id: string; readonly ticketId: string }[]
  /** Every ticket that has a receipt and does not take part, with a token that may be published. */
  readonly excluded: readonly { readonly ticketId: string; readonly reason: string }[]
  /** Applications whose address was never confirmed. */
  readonly unconfirmed: readonly string[]
}

interface Row {
  readonly id: string
  readonly ticket_id: string
  readonly reason: string | null
  readonly shadow: boolean
}

/** The list of an event's applications at its freeze. */
@Injectable()
export class FrozenApplications {
  /**
   * The list as it stands. The caller holds the event's row locked for itself (`Events.lock`), so nobody can apply, confirm or withdraw meanwhile.
   * Shadows count as unconfirmed: no list may tell that somebody has applied with the same address.
   */
  async list(manager: EntityManager, event: { readonly id: string }): Promise<FrozenList> {
    const rows = await manager.query<Row[]>(
      `select id, ticket_id, shadow_of is not null as shadow,
         case
           when withdrawn_at is not null then 'withdrawn'
           when set_aside_at is not null then set_aside_reason
           when confirmed_at is null then 'unconfirmed'
         end as reason
       from applications where event_id = $1`,
      [event.id],
    )
    return {
      entered: rows.flatMap(({ id, ticket_id, reason }) => (reason === null ? [{ id, ticketId: ticket_id }] : [])),
      excluded: rows.flatMap(({ ticket_id, reason }) => (reason === null ? [] : [{ ticketId: ticket_id, reason }])),
      unconfirmed: rows.flatMap(({ id, reason, shadow }) => (reason === 'unconfirmed' && !shadow ? [id] : [])),
    }
  }
}
