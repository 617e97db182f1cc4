import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Leavers } from '#draw'
import type { Draw } from './draw.entity.js'

/** Somebody who has left a unit of several people, and why. */
export interface Leaver {
  readonly applicationId: string
  readonly unitId: string
  readonly reason: string
}

/** Who has left a unit in which others stay: the log, which knows units only, does not say who of them it was. */
@Injectable()
export class DrawLeavers {
  async of(manager: EntityManager, drawId: string): Promise<readonly Leaver[]> {
    return manager.query<Leaver[]>(
      `select application_id as "applicationId", unit_id as "unitId", reason from draw_leavers where draw_id = $1 order by left_at, application_id`,
      [drawId],
    )
  }

  /** Notes that somebody leaves; answers false, and changes nothing, when she has left before. */
  async note(manager: EntityManager, { id, organizationId }: Draw, { applicationId, unitId, reason }: Leaver, at: Date): Promise<boolean> {
    const rows = await manager.query<object[]>(
      `insert into draw_leavers (draw_id, organization_id, application_id, unit_id, reason, left_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (draw_id, application_id) do nothing returning 1`,
      [id, organizationId, applicationId, unitId, reason, at],
    )
    return rows.length > 0
  }

  /** Takes it back; answers false when she had not left. */
  async forget(manager: EntityManager, drawId: string, applicationId: string): Promise<boolean> {
    const [, gone] = await manager.query<[object[], number]>('delete from draw_leavers where draw_id = $1 and application_id = $2', [
      drawId,
      applicationId,
    ])
    return gone > 0
  }
}

/** Their reasons by unit. */
export function byUnit(leavers: readonly Leaver[]): Leavers {
  const reasons = new Map<string, string[]>()
  for (const { unitId, reason } of leavers) reasons.set(unitId, [...(reasons.get(unitId) ?? []), reason])
  return reasons
}
