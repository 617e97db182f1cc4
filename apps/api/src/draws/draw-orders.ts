import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { DrawOrder } from '#draw'
import type { Draw } from './draw.entity.js'

/** As many as the table `draw_orders` counts in. */
const unitsPerBlock = 256
/** Together less than a hundred kilobytes. */
const blocksPerQuery = 24

/** A unit, as the line of the entries from 0, and its place in the draw order, from 1. */
export interface RankedLine {
  readonly rank: number
  readonly unit: number
}

/** The order of a draw in the database: written once, as columns of numbers. */
@Injectable()
export class DrawOrders {
  async write(manager: EntityManager, { id, organizationId }: Draw, { unitAtPlace, placeOfUnit }: DrawOrder): Promise<void> {
    const unitsPerQuery = unitsPerBlock * blocksPerQuery
    for (let start = 0; start < unitAtPlace.length; start += unitsPerQuery) {
      const starts = blockStarts(start, Math.min(start + unitsPerQuery, unitAtPlace.length))
      await manager.query(
        `insert into draw_orders (draw_id, organization_id, first, units, ranks)
         select $1, $2, first, units::integer[], ranks::integer[] from unnest($3::integer[], $4::text[], $5::text[]) as block (first, units, ranks)`,
        [
          id,
          organizationId,
          starts,
          starts.map((first) => arrayOf(unitAtPlace.subarray(first, first + unitsPerBlock))),
          starts.map((first) => arrayOf(placeOfUnit.subarray(first, first + unitsPerBlock).map((place) => place + 1))),
        ],
      )
    }
  }

  /** The next units in draw order after a rank. */
  async after(manager: EntityManager, drawId: string, rank: number, limit: number): Promise<RankedLine[]> {
    const firstBlock = rank - (rank % unitsPerBlock)
    return manager.query<RankedLine[]>(
      `select first + place::integer as rank, unit
       from draw_orders, unnest(units) with ordinality as at (unit, place)
       where draw_id = $1 and first between $2 and $3 and first + place > $4 order by 1 limit $5`,
      [drawId, firstBlock, rank + limit, rank, limit],
    )
  }
}

function blockStarts(from: number, to: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / unitsPerBlock) }, (_, block) => from + block * unitsPerBlock)
}

/** As PostgreSQL writes an array. */
function arrayOf(numbers: Uint32Array): string {
  return `{${numbers.join(',')}}`
}
