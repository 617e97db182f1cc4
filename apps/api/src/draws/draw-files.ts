import type { EntityManager } from 'typeorm'
import { Draw } from './draw.entity.js'

/** The large texts of a draw, which a plain load of its row leaves in the database. */
export async function drawFile(manager: EntityManager, drawId: string, file: 'entries' | 'excluded' | 'rules'): Promise<string> {
  const draw = await manager.findOneOrFail(Draw, { where: { id: drawId }, select: { id: true, [file]: true } })
  return draw[file]
}
