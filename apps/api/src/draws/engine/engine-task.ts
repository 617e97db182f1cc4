import { type EntryColumns, type EntryLimits, type KeyColumns, type LinesRead, readLines, writeKeys } from '#draw'

interface Rows {
  readonly first: number
  readonly last: number
}

/** Read lines into their rows. */
export interface ReadTask extends Rows {
  readonly kind: 'read'
  readonly columns: EntryColumns
  readonly limits: EntryLimits
}

/** Work out the keys of units. */
export interface KeysTask extends Rows {
  readonly kind: 'keys'
  readonly columns: KeyColumns
  readonly seed: Uint8Array
}

export type EngineTask = ReadTask | KeysTask

/** Of lines what was found in them; keys lie in their rows. */
export type TaskResult = LinesRead | null

/** A piece of the work; columns are filled in place, rows of different pieces never meet. */
export function doTask(task: EngineTask): TaskResult {
  if (task.kind === 'read') return readLines(task.columns, task.limits, task.first, task.last)
  writeKeys(task.columns, task.seed, task.first, task.last)
  return null
}
