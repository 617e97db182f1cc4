import { DIGEST_BYTES } from '../hash/digest-table.js'
import { hasherFor } from '../hash/sha256/block-hasher.js'
import { LeafWriter } from '../merkle/leaf-writer.js'
import { merkleRoot } from '../merkle/merkle-root.js'
import { type EntryLimits, MAX_COUNT } from './entry-list.js'
import { endOfNumber, endOfTickets, lastTicketOf, numberBetween, standsBefore, TICKET_LENGTH } from './line-bytes.js'
import { TagSets } from './tag-sets.js'

const LF = 0x0a
const SPACE = 0x20

/** What lines of the entries file are read into: one row per line. */
export interface EntryColumns {
  readonly file: Uint8Array
  readonly lineStarts: Uint32Array
  readonly leaves: Uint8Array
  readonly unitSeats: Uint32Array
  readonly weights: Uint32Array
  readonly tagSetOf: Uint32Array
}

/** What was found in a range of lines. */
export interface LinesRead {
  readonly first: number
  readonly last: number
  /** The first line that is no line of section 3, or does not come after the one before; null when all are good. */
  readonly refused: number | null
  readonly members: number
  readonly seats: number
  /** Whether every ticket comes after the one before, from the line before the range on: then none stands there twice. */
  readonly ascending: boolean
  /** The tag fields of these lines, in the order in which they first appear; `tagSetOf` counts in this list. */
  readonly tagFields: readonly string[]
  /** The root over these lines alone: a branch of the whole tree, when the range is one of `chunksOf`. Empty when a line is refused. */
  readonly branch: Uint8Array
}

/**
 * Reads the lines from `first` to before `last` into their rows, straight from the bytes: no text is made of them. It only says
 * which line is bad; `refusalOf` says why.
 */
export function readLines(columns: EntryColumns, limits: EntryLimits, first: number, last: number): LinesRead {
  const { file, lineStarts } = columns
  const maxSeats = Math.min(limits.maxUnitSeats, MAX_COUNT)
  const maxWeight = Math.min(limits.maxWeight, MAX_COUNT)
  const leaves = new LeafWriter(columns.leaves, hasherFor(last - first))
  const tagSets = new TagSets(file)
  let previous = first === 0 ? -1 : (lineStarts[first - 1] ?? 0)
  let lastTicket = previous === -1 ? -1 : lastTicketOf(file, previous)
  let members = 0
  let seats = 0
  let ascending = true
  const found = (refused: number | null, branch: Uint8Array = new Uint8Array(0)): LinesRead => {
    return { first, last, refused, members, seats, ascending, tagFields: tagSets.fields, branch }
  }

  for (let row = first; row < last; row += 1) {
    const start = lineStarts[row] ?? 0
    const end = (lineStarts[row + 1] ?? 0) - 1
    const memberEnd = endOfTickets(file, start)
    if (memberEnd === -1 || file[memberEnd] !== SPACE) return found(row)
    const seatEnd = endOfNumber(file, memberEnd + 1)
    if (seatEnd === -1 || file[seatEnd] !== SPACE) return found(row)
    const weightEnd = endOfNumber(file, seatEnd + 1)
    if (weightEnd === -1 || file[weightEnd] !== SPACE) return found(row)
    const tagSet = tagSets.numberOf(weightEnd + 1, end)
    if (tagSet === -1) return found(row)

    const lineMembers = (memberEnd + 1 - start) / (TICKET_LENGTH + 1)
    const lineSeats = numberBetween(file, memberEnd + 1, seatEnd)
    const weight = numberBetween(file, seatEnd + 1, weightEnd)
    if (lineSeats < lineMembers || lineSeats > maxSeats || weight > maxWeight) return found(row)
    if (previous !== -1 && !standsBefore(file, previous, start, LF)) return found(row)
    if (lastTicket !== -1 && !standsBefore(file, lastTicket, start)) ascending = false

    previous = start
    lastTicket = memberEnd - TICKET_LENGTH
    members += lineMembers
    seats += lineSeats
    columns.unitSeats[row] = lineSeats
    columns.weights[row] = weight
    columns.tagSetOf[row] = tagSet
    leaves.add(row, file, start, end)
  }
  leaves.finish()
  return found(null, merkleRoot(columns.leaves.subarray(first * DIGEST_BYTES, last * DIGEST_BYTES)))
}
