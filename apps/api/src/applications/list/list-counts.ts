import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Event } from '../../events/index.js'
import { steps } from '../application-step.js'
import type { ApplicationCountsDto } from '../dto/application-list.dto.js'
import { type Standings, standingsOf } from './standing.js'

interface CountRow {
  readonly standing: string
  readonly count: number
  /** How many of them have a deadline that has struck. */
  readonly struck: number
}

/** How many applications of an event stand where, from counters that are kept with the list. */
@Injectable()
export class ListCounts {
  constructor(private readonly dataSource: DataSource) {}

  async of(event: Event, now: Date): Promise<ApplicationCountsDto> {
    const rows = await this.dataSource.manager.query<CountRow[]>(
      `select standing, count, case when standing = 'pending' then (
           select count(*)::int from application_list list
           where list.event_id = $1 and list.standing = 'pending' and list.deadline <= $2
         ) else 0 end as struck
       from application_counts where event_id = $1 and count > 0`,
      [event.id, now],
    )
    const counted = new Map(rows.map((row) => [row.standing, row]))
    const number = (standing: string): number => counted.get(standing)?.count ?? 0
    const total = rows.reduce((sum, { count }) => sum + count, 0)
    const withdrawn = number('withdrawn')
    const received = number('received')
    const atSteps = steps.map((step) => [step, countAt(standingsOf(step, event, now), counted, total)] as const)
    return {
      received,
      withdrawn,
      confirmed: total - received - withdrawn,
      total,
      steps: Object.fromEntries(atSteps.filter(([, count]) => count > 0)),
    }
  }
}

function countAt(standings: readonly Standings[] | null, counted: ReadonlyMap<string, CountRow>, total: number): number {
  if (standings === null) return total
  return standings.reduce((sum, { standing, deadline }) => {
    const { count, struck } = counted.get(standing) ?? { count: 0, struck: 0 }
    return sum + (deadline === 'any' ? count : deadline === 'struck' ? struck : count - struck)
  }, 0)
}
