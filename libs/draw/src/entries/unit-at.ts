import { DIGEST_BYTES } from '../hash/digest-table.js'
import { toHex } from '../hash/hex.js'
import type { EntryList, ListedUnit } from './entry-list.js'
import { lineBytes } from './file-lines.js'

/** Reads copies: memory that is shared between threads cannot be decoded everywhere. */
const ascii = new TextDecoder()

/**
 * The unit in line `index` (from 0) of the entries file.
 * @throws RangeError when there is no such line.
 */
export function unitAt(entries: EntryList, index: number): ListedUnit {
  if (!Number.isInteger(index) || index < 0 || index >= entries.count) {
    throw new RangeError(`there is no unit ${index}; the list has ${entries.count}, counted from 0`)
  }
  const [members = ''] = ascii.decode(lineBytes(entries.file, entries.lineStarts, index).slice()).split(' ', 1)
  return {
    index,
    unitId: unitIdAt(entries, index),
    members: members.split(','),
    seats: entries.unitSeats[index] ?? 0,
    weight: entries.weights[index] ?? 0,
    tags: entries.tagSets[entries.tagSetOf[index] ?? 0] ?? [],
  }
}

/** Id of the unit in line `index`: the hash of the line, hex (protocol section 1). */
export function unitIdAt(entries: EntryList, index: number): string {
  return toHex(entries.leaves.subarray(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES))
}

/** All units in the order of the file. */
export function* listUnits(entries: EntryList): Generator<ListedUnit, void> {
  for (let index = 0; index < entries.count; index += 1) yield unitAt(entries, index)
}
