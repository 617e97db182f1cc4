import { asciiText } from '../canonical/ascii-text.js'
import { DIGEST_BYTES, digestTable } from '../hash/digest-table.js'
import { toHex, writeHex } from '../hash/hex.js'
import { merkleRoot } from '../merkle/merkle-root.js'
import { writeLeafHash } from '../merkle/tree-hash.js'
import { parseEntryLine } from './entry-line.js'
import type { EntryLimits, EntryList } from './entry-list.js'
import { lineBytes, lineError, lineStartsOf } from './file-lines.js'

const SUBJECT = 'entries'

/**
 * Reads entries.txt strictly (protocol section 3): form and ranges of every line, order, no line twice, no ticket twice.
 * @param file the bytes of the file
 * @param limits `maxUnitSeats` and `maxWeight` of the manifest
 * @param most how many lines the manifest counts, when it is known: the first one beyond ends the reading
 * @throws DrawFormError naming the bad line and what is wrong with it.
 */
export function parseEntries(file: Uint8Array, limits: EntryLimits, most?: number): EntryList {
  const lineStarts = lineStartsOf(file, SUBJECT, most)
  const text = asciiText(file, SUBJECT)
  const count = lineStarts.length - 1
  const columns = {
    leaves: new Uint8Array(count * DIGEST_BYTES),
    unitSeats: new Uint32Array(count),
    weights: new Uint32Array(count),
    tagSetOf: new Uint32Array(count),
  }
  const tagSets: (readonly string[])[] = []
  const tagSetNumbers = new Map<string, number>()
  const tickets = ticketCollector(file.length)
  let seats = 0
  let previous = ''

  for (let index = 0; index < count; index += 1) {
    const line = text.slice(lineStarts[index], (lineStarts[index + 1] ?? 0) - 1)
    const unit = parseEntryLine(line, limits)
    if (typeof unit === 'string') throw lineError(SUBJECT, index, unit)
    if (line === previous) throw lineError(SUBJECT, index, 'stands there twice')
    if (line < previous) throw lineError(SUBJECT, index, 'is not in ascending order after the line before')
    previous = line

    const tagKey = unit.tags.join(',')
    const tagSet = tagSetNumbers.get(tagKey) ?? tagSets.push(unit.tags) - 1
    tagSetNumbers.set(tagKey, tagSet)
    for (const member of unit.members) tickets.add(member, index)
    writeLeafHash(lineBytes(file, lineStarts, index), columns.leaves.subarray(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES))
    columns.unitSeats[index] = unit.seats
    columns.weights[index] = unit.weight
    columns.tagSetOf[index] = tagSet
    seats += unit.seats
  }

  const root = merkleRoot(columns.leaves)
  const repeated = tickets.firstRepeated(root)
  if (repeated !== null) throw lineError(SUBJECT, repeated.line, `has ticket ${repeated.ticket}, which is in another unit too`)
  const { table: unitTable } = digestTable(columns.leaves, count, root)
  return { count, members: tickets.size(), seats, root: toHex(root), file, lineStarts, ...columns, tagSets, unitTable }
}

/** Every member ticket as bytes with the line it stands in, to find one that stands in two units. */
function ticketCollector(fileLength: number) {
  const bound = Math.ceil(fileLength / (2 * DIGEST_BYTES))
  const tickets = new Uint8Array(bound * DIGEST_BYTES)
  const lines = new Uint32Array(bound)
  let size = 0
  let last = ''
  let ascending = true
  return {
    add(ticket: string, line: number): void {
      ascending &&= last < ticket
      last = ticket
      writeHex(ticket, tickets, size * DIGEST_BYTES)
      lines[size] = line
      size += 1
    },
    size: () => size,
    firstRepeated(seed: Uint8Array): { ticket: string; line: number } | null {
      // So they stand in every list without groups, as its lines are sorted.
      if (ascending) return null
      const { duplicate } = digestTable(tickets, size, seed)
      if (duplicate === null) return null
      const start = duplicate * DIGEST_BYTES
      return { ticket: toHex(tickets.subarray(start, start + DIGEST_BYTES)), line: lines[duplicate] ?? 0 }
    },
  }
}
