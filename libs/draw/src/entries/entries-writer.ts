import { DrawFormError } from '../errors.js'
import { sortByHead } from '../order/sort-by-head.js'
import { entryLine, unitProblem } from './entry-line.js'
import type { EntryLimits, EntryUnit } from './entry-list.js'
import { standsBefore } from './line-bytes.js'

const LF = 0x0a
const FEWEST_UNITS = 64
/** Bytes of one person's line, with a short tag or a weight of two digits. */
const USUAL_LINE = 76
const HEAD_DIGITS = 8
const ascii = new TextEncoder()
const text = new TextDecoder()

/**
 * Writes the canonical entries file of units that come one by one, in any order (protocol section 3). It keeps bytes only, so that a million units
 * can be handed over as a database sends them. Units in the order of the file need no sorting.
 */
export class EntriesWriter {
  #bytes: Uint8Array<ArrayBuffer>
  #length = 0
  #starts: Uint32Array<ArrayBuffer>
  #count = 0
  #sorted = true

  /** @param expected about how many units will come, where that is known: then nothing has to be moved into larger memory */
  constructor(
    readonly limits: EntryLimits,
    expected = FEWEST_UNITS,
  ) {
    this.#bytes = new Uint8Array(Math.max(FEWEST_UNITS, expected) * USUAL_LINE)
    this.#starts = new Uint32Array(Math.max(FEWEST_UNITS, expected))
  }

  /** @throws DrawFormError naming the unit by its index (`units[3]`) and what is wrong with it. */
  add(unit: EntryUnit): void {
    const problem = unitProblem({ ...unit, members: unit.members.toSorted(), tags: unit.tags.toSorted() }, this.limits)
    if (problem !== null) throw new DrawFormError('entries', [{ path: `units[${this.#count}]`, message: problem }])
    const line = `${entryLine(unit)}\n`
    if (this.#length + line.length > this.#bytes.length) this.#bytes = grown(this.#bytes, new Uint8Array(2 * this.#length + line.length))
    if (this.#count === this.#starts.length) this.#starts = grown(this.#starts, new Uint32Array(2 * this.#count))
    ascii.encodeInto(line, this.#bytes.subarray(this.#length))
    if (this.#count > 0) this.#sorted &&= standsBefore(this.#bytes, this.#starts[this.#count - 1] ?? 0, this.#length, LF)
    this.#starts[this.#count] = this.#length
    this.#count += 1
    this.#length += line.length
  }

  /** The file of all units that were added so far. */
  file(): Uint8Array {
    // What is added later goes behind it.
    if (this.#sorted) return this.#bytes.subarray(0, this.#length)
    const file = new Uint8Array(this.#length)
    let length = 0
    for (const line of this.#order()) {
      const start = this.#starts[line] ?? 0
      const bytes = this.#bytes.subarray(start, this.#bytes.indexOf(LF, start) + 1)
      file.set(bytes, length)
      length += bytes.length
    }
    return file
  }

  /** Every line begins with a ticket, whose first eight digits are 32 bits. */
  #order(): Uint32Array {
    const heads = Uint32Array.from({ length: this.#count }, (_, line) => this.#headOf(line))
    return sortByHead(heads, (a, b) => (standsBefore(this.#bytes, this.#starts[a] ?? 0, this.#starts[b] ?? 0, LF) ? -1 : 1))
  }

  #headOf(line: number): number {
    const start = this.#starts[line] ?? 0
    return Number.parseInt(text.decode(this.#bytes.subarray(start, start + HEAD_DIGITS)), 16)
  }
}

function grown<Column extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(column: Column, larger: Column): Column {
  larger.set(column)
  return larger
}
