import { chunksOf, type Progress } from '../in-chunks.js'
import { entryColumns, entryListOf } from './entry-columns.js'
import type { EntryLimits, EntryList } from './entry-list.js'
import { readLines } from './read-lines.js'

/**
 * Reads entries.txt strictly (protocol section 3): form and ranges of every line, order, no line twice, no ticket twice.
 * @param file the bytes of the file
 * @param limits `maxUnitSeats` and `maxWeight` of the manifest
 * @param most how many lines the manifest counts, when it is known: the first one beyond ends the reading
 * @param progress is told how many lines have been read
 * @throws DrawFormError naming the bad line and what is wrong with it.
 */
export function parseEntries(file: Uint8Array, limits: EntryLimits, most?: number, progress?: Progress): EntryList {
  const columns = entryColumns(file, most, (bytes) => new ArrayBuffer(bytes))
  const count = columns.lineStarts.length - 1
  const ranges = chunksOf(count).map(({ first, last }) => {
    const read = readLines(columns, limits, first, last)
    progress?.(last, count)
    return read
  })
  return entryListOf(columns, { limits, most }, ranges)
}
