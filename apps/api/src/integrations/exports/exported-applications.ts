import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { ApplicationList, type Step } from '../../applications/index.js'
import type { Event } from '../../events/index.js'
import type { ExportedApplication } from './export-columns.js'
import type { ExportFilter } from './export-filter.js'

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

  /** In the order of the list, some hundred at a time. It holds no transaction: whoever comes or goes meanwhile is in it or not. */
  async *pages({ id, organizationId }: Event, filter: ExportFilter): AsyncGenerator<readonly ExportedApplication[], void> {
    let cursor: string | null = null
    do {
      const page = await this.list.page(organizationId, id, { ...filter, ...(cursor === null ? {} : { cursor }) })
      yield await this.#written(page.items)
      cursor = page.nextCursor
    } while (cursor !== null)
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
