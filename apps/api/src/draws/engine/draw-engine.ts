import {
  chunksOf,
  type DrawOrder,
  EntriesWriter,
  entryColumns,
  type EntryLimits,
  type EntryList,
  entryListOf,
  fromHex,
  orderOfKeys,
  parseEntries,
  rankUnits,
  type RankedColumns,
} from '#draw'
import { engineThreads } from './engine-threads.js'

/** Below it, one thread is done before others have begun. */
const WORTH_THREADS = 200_000
/** No line of the entries file is shorter than a ticket with three fields behind it. */
const SHORTEST_LINE = 71
const DIGEST_BYTES = 32

/** Writes an entries file where threads can read it without a copy. */
export function entriesWriter(limits: EntryLimits, expected: number): EntriesWriter {
  return new EntriesWriter(limits, { expected, allocate: (bytes) => new SharedArrayBuffer(bytes) })
}

/** What `parseEntries` gives or throws; large lists are read by several threads. */
export async function readEntries(file: Uint8Array, limits: EntryLimits, most?: number): Promise<EntryList> {
  return file.length < WORTH_THREADS * SHORTEST_LINE ? parseEntries(file, limits, most) : readOnThreads(file, limits, most)
}

/** What `rankUnits` gives; large lists are ranked by several threads. */
export async function rankEntries(entries: RankedColumns, seed: string): Promise<DrawOrder> {
  return entries.count < WORTH_THREADS ? rankUnits(entries, seed) : rankOnThreads(entries, seed)
}

/** `readEntries` of a list of any size. */
export async function readOnThreads(file: Uint8Array, limits: EntryLimits, most?: number, threads?: number): Promise<EntryList> {
  const empty = entryColumns(shared(file), most, (bytes) => new SharedArrayBuffer(bytes))
  const columns = { ...empty, lineStarts: shared(empty.lineStarts) }
  const results = await engineThreads.run(
    chunksOf(columns.lineStarts.length - 1).map((rows) => ({ kind: 'read', columns, limits, ...rows })),
    threads,
  )
  return entryListOf(
    { ...columns, file },
    { limits, most },
    results.flatMap((lines) => lines ?? []),
  )
}

/** `rankEntries` of a list of any size. */
export async function rankOnThreads(entries: RankedColumns, seed: string, threads?: number): Promise<DrawOrder> {
  const columns = {
    leaves: shared(entries.leaves),
    weights: shared(entries.weights),
    keys: new Uint8Array(new SharedArrayBuffer(entries.count * DIGEST_BYTES)),
  }
  await engineThreads.run(
    chunksOf(entries.count).map((rows) => ({ kind: 'keys', columns, seed: fromHex(seed), ...rows })),
    threads,
  )
  return orderOfKeys(columns.leaves, columns.keys)
}

/** The column itself where it lies in shared memory already, else a copy there. */
function shared<Column extends Uint8Array | Uint32Array>(column: Column): Column
function shared(column: Uint8Array | Uint32Array): Uint8Array | Uint32Array {
  if (column.buffer instanceof SharedArrayBuffer) return column
  const memory = new SharedArrayBuffer(column.byteLength)
  const copy = column instanceof Uint8Array ? new Uint8Array(memory) : new Uint32Array(memory)
  copy.set(column)
  return copy
}
