import { DIGEST_BYTES } from '../hash/digest-table.js'
import { toHex } from '../hash/hex.js'
import { merkleRoot } from '../merkle/merkle-root.js'
import type { EntryLimits, EntryList } from './entry-list.js'
import { lineError, lineStartsOf, quickLineStarts } from './file-lines.js'
import { type EntryColumns, type LinesRead } from './read-lines.js'
import { refusalOf } from './refusal-of.js'
import { repeatedTicket } from './repeated-ticket.js'
import { tagsOf } from './tag-sets.js'

const SUBJECT = 'entries'

/** What is known of a list before it is read: the manifest's limits, and how many lines it counts. */
export interface Expected {
  readonly limits: EntryLimits
  readonly most?: number | undefined
}

/** How columns get their memory: threads need such as they can share. */
export type Allocate = (bytes: number) => ArrayBufferLike

/** Rows for all lines of a file, still empty. */
export function entryColumns(file: Uint8Array, most: number | undefined, allocate: Allocate): EntryColumns {
  const lineStarts = quickLineStarts(file, most) ?? lineStartsOf(file, SUBJECT, most)
  const count = lineStarts.length - 1
  const numbers = () => new Uint32Array(allocate(count * Uint32Array.BYTES_PER_ELEMENT))
  return {
    file,
    lineStarts,
    leaves: new Uint8Array(allocate(count * DIGEST_BYTES)),
    unitSeats: numbers(),
    weights: numbers(),
    tagSetOf: numbers(),
  }
}

/**
 * The list that columns hold once all their lines have been read.
 * @param ranges what was found in each of `chunksOf` the lines, in this order
 * @throws DrawFormError naming the first bad line and what is wrong with it.
 */
export function entryListOf(columns: EntryColumns, { limits, most }: Expected, ranges: readonly LinesRead[]): EntryList {
  const refused = ranges.find((range) => range.refused !== null)?.refused
  if (refused !== undefined && refused !== null) {
    throw refusalOf(columns.file, lineStartsOf(columns.file, SUBJECT, most), refused, limits, SUBJECT)
  }
  const members = ranges.reduce((sum, range) => sum + range.members, 0)
  const root = merkleRoot(joined(ranges.map(({ branch }) => branch)))
  if (!ranges.every(({ ascending }) => ascending)) {
    const repeated = repeatedTicket(columns, members, root)
    if (repeated !== null) throw lineError(SUBJECT, repeated.line, `has ticket ${repeated.ticket}, which is in another unit too`)
  }
  return {
    count: columns.lineStarts.length - 1,
    members,
    seats: ranges.reduce((sum, range) => sum + range.seats, 0),
    root: toHex(root),
    ...columns,
    tagSets: joinTagFields(columns.tagSetOf, ranges).map(tagsOf),
  }
}

function joined(digests: readonly Uint8Array[]): Uint8Array {
  const column = new Uint8Array(digests.length * DIGEST_BYTES)
  digests.forEach((digest, row) => column.set(digest, row * DIGEST_BYTES))
  return column
}

/** Every range numbered its tag fields for itself; puts the common number into the rows. */
function joinTagFields(tagSetOf: Uint32Array, ranges: readonly LinesRead[]): readonly string[] {
  const numbers = new Map<string, number>()
  for (const { first, last, tagFields } of ranges) {
    for (const field of tagFields) if (!numbers.has(field)) numbers.set(field, numbers.size)
    const common = Uint32Array.from(tagFields, (field) => numbers.get(field) ?? 0)
    if (common.every((number, index) => number === index)) continue
    for (let row = first; row < last; row += 1) tagSetOf[row] = common[tagSetOf[row] ?? 0] ?? 0
  }
  return [...numbers.keys()]
}
