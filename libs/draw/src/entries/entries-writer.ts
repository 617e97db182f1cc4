import { DrawFormError } from '../errors.js'
import { sortByHead } from '../order/sort-by-head.js'
import { entryLine, unitProblem } from './entry-line.js'
import type { Allocate } from './entry-columns.js'
import type { EntryLimits, EntryUnit } from './entry-list.js'
import { hexDigit, standsBefore } from './line-bytes.js'

const LF = 0x0a
const FEWEST_UNITS = 64
/** Bytes of one person's line, with a short tag or a weight of two digits. */
const USUAL_LINE = 76
const HEAD_DIGITS = 8

export interface WriterOptions {
  /** About how many units will come, where that is known: then nothing has to be moved into larger memory. */
  readonly expected?: number
  /** Where the file is to lie, when threads are to share it. */
  readonly allocate?: Allocate
}

/**
 * Writes the canonical entries file of units that come one by one, in any order (protocol section 3). It keeps bytes only, so that a million units
 * can be handed over as a database sends them. Units in the order of the file need no sorting.
 */
export class EntriesWriter {
  readonly #allocate: Allocate
  #bytes: Uint8Array
  #length = 0
  #starts: Uint32Array
  #count = 0
  #sorted = true

  constructor(
    readonly limits: EntryLimits,
    { expected = FEWEST_UNITS, allocate = (bytes) => new ArrayBuffer(bytes) }: WriterOptions = {},
  ) {
    this.#allocate = allocate
    this.#bytes = new Uint8Array(allocate(Math.max(FEWEST_UNITS, expected) * USUAL_LINE))
    this.#starts = new Uint32Array(Math.max(FEWEST_UNITS, expected))
  }

  /** @throws DrawFormError naming the unit by its index (`units[3]`) and what is wrong with it. */
  add(unit: EntryUnit): void {
    const problem = unitProblem({ ...unit, members: unit.members.toSorted(), tags: unit.tags.toSorted() }, this.limits)
    if (problem !== null) throw new DrawFormError('entries', [{ path: `units[${this.#count}]`, message: problem }])
    const line = `${entryLine(unit)}\n`
    this.#makeRoom(line.length)
    for (let index = 0; index < line.length; index += 1) this.#bytes[this.#length + index] = line.charCodeAt(index)
    if (this.#count > 0) this.#sorted &&= this.#standsBefore(this.#starts[this.#count - 1] ?? 0, this.#length)
    this.#starts[this.#count] = this.#length
    this.#count += 1
    this.#length += line.length
  }

  /** The file of all units that were added so far. */
  file(): Uint8Array {
    // What is added later goes behind it.
    if (this.#sorted) return this.#bytes.subarray(0, this.#length)
    const file = new Uint8Array(this.#allocate(this.#length))
    let length = 0
    for (const line of this.#order()) {
      const start = this.#starts[line] ?? 0
      const bytes = this.#bytes.subarray(start, this.#bytes.indexOf(LF, start) + 1)
      file.set(bytes, length)
      length += bytes.length
    }
    return file
  }

  #makeRoom(bytes: number): void {
    if (this.#length + bytes > this.#bytes.length) {
      const larger = new Uint8Array(this.#allocate(2 * this.#length + bytes))
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    if (this.#count < this.#starts.length) return
    const longer = new Uint32Array(2 * this.#count)
    longer.set(this.#starts)
    this.#starts = longer
  }

  /** Every line begins with a ticket, whose first eight digits are 32 bits. */
  #order(): Uint32Array {
    const heads = Uint32Array.from({ length: this.#count }, (_, line) => headAt(this.#bytes, this.#starts[line] ?? 0))
    return sortByHead(heads, (a, b) => (this.#standsBefore(this.#starts[a] ?? 0, this.#starts[b] ?? 0) ? -1 : 1))
  }

  #standsBefore(first: number, second: number): boolean {
    return standsBefore(this.#bytes, first, second, LF)
  }
}

function headAt(bytes: Uint8Array, start: number): number {
  let head = 0
  for (let index = start; index < start + HEAD_DIGITS; index += 1) head = 16 * head + hexDigit(bytes[index] ?? 0)
  return head
}
