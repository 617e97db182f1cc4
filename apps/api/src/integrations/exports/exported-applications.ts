import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { type ApplicationFilterQuery, ApplicationList, type Step } from '../../applications/index.js'
import type { Event } from '../../events/index.js'
import type { ExportedApplication } from './export-columns.js'

type Written = Omit<ExportedApplication, 'step' | 'rank'> & { readonly id: string }

/** The applications that a filter of the list finds, with everything that a sheet says about them. */
@Injectable()
export class ExportedApplications {
  constructor(
    private readonly dataSource: DataSource,
    private readonly list: ApplicationList,
  ) {}

  /** How many there are; with a filter, how many there may be at most. */
  async count({ id }: Event): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      'select count(*)::int as count from applications where event_id = $1 and shadow_of is null',
      [id],
    )
    return row?.count ?? 0
  }

  /** In the order of the list, some hundred at a time. */
  async *pages(event: Event, filter: ApplicationFilterQuery): AsyncGenerator<readonly ExportedApplication[], void> {
    for await (const items of this.list.all(event, filter)) yield await this.#written(items)
  }

  async #written(items: readonly { id: string; step: Step; rank: number | null }[]): Promise<ExportedApplication[]> {
    const rows = await this.dataSource.query<Written[]>(
      `select id, ticket_id as "ticketId", name, email, handle, handle_proven_at as "handleProvenAt", tags, locale, country,
         known_fan as "knownFan", received_at as "receivedAt", confirmed_at as "confirmedAt", referrer, source, medium, campaign, answers
       from applications where id = any($1::uuid[])`,
      [items.map(({ id }) => id)],
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    return items.flatMap(({ id, step, rank }) => {
      const row = byId.get(id)
      return row ? [{ ...row, step, rank }] : []
    })
  }
}
