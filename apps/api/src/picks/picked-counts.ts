import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { type SelectionPolicy, seatsBesideDraw } from '#policy'
import type { PickedCountsDto } from './dto/picked-counts.dto.js'

/** What everybody may know of the seats beside the draw: how many, and for which reasons; never who. */
@Injectable()
export class PickedCounts {
  constructor(private readonly dataSource: DataSource) {}

  /** Null for an event that has none. Ask after the freeze only: before it the team has not decided. */
  async ofEvent(eventId: string): Promise<PickedCountsDto | null> {
    const [event] = await this.dataSource.query<{ policy: SelectionPolicy }[]>('select policy from events where id = $1', [eventId])
    const declared = event ? seatsBesideDraw(event.policy) : 0
    if (declared === 0) return null
    const reasons = await this.dataSource.query<PickedCountsDto['reasons']>(
      'select reason, count(*)::int as count from picks where event_id = $1 group by reason order by count(*) desc, reason',
      [eventId],
    )
    return { declared, filled: reasons.reduce((sum, { count }) => sum + count, 0), reasons }
  }
}
