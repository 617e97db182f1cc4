import { type EntryColumns, type EntryLimits, type KeyColumns, type LinesRead, merkleRoot, readLines, writeKeys } from '#draw'

const DIGEST_BYTES = 32

interface Rows {
  readonly first: number
  readonly last: number
}

/** Read lines into their rows, and work out the branch of the tree over them. */
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

export interface TaskResult {
  /** Of lines that were read. */
  readonly lines: LinesRead | null
  readonly branch: Uint8Array | null
}

/** A piece of the work; columns are filled in place, rows of different pieces never meet. */
export function doTask(task: EngineTask): TaskResult {
  const { first, last } = task
  if (task.kind === 'keys') {
    writeKeys(task.columns, task.seed, first, last)
    return { lines: null, branch: null }
  }
  const lines = readLines(task.columns, task.limits, first, last)
  return { lines, branch: merkleRoot(task.columns.leaves.subarray(first * DIGEST_BYTES, last * DIGEST_BYTES)) }
}
