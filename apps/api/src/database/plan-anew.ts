import type { EntityManager } from 'typeorm'

/**
 * Has the connection make its plans anew, before many rows are written that refer to others. The plan by which a reference is checked is kept for as long as the
 * connection lives: made while the table was small it reads all of it, for each row, until somebody analyses the table.
 */
export async function planAnew(manager: EntityManager): Promise<void> {
  await manager.query('discard plans')
}
