import { isTag, MAX_TAGS } from './entry-line.js'

/** A byte order mark is no part of a tag either. */
const ascii = new TextDecoder('utf-8', { ignoreBOM: true })

/** Numbers the tag fields of lines in the order in which they first appear. */
export class TagSets {
  readonly fields: string[] = []
  readonly #numbers = new Map<string, number>()
  /** Where the field lies that was asked for last: neighbours often have the same. */
  #lastStart = 0
  #lastEnd = -1
  #lastNumber = -1

  constructor(readonly file: Uint8Array) {}

  /** The number of the field from `start` to before `end`; -1 when it is not a list of tags in order, nor the dash for none. */
  numberOf(start: number, end: number): number {
    if (!this.#isLast(start, end)) {
      const number = this.#find(start, end)
      if (number === -1) return -1
      this.#lastStart = start
      this.#lastEnd = end
      this.#lastNumber = number
    }
    return this.#lastNumber
  }

  #isLast(start: number, end: number): boolean {
    if (end - start !== this.#lastEnd - this.#lastStart) return false
    for (let index = 0; index < end - start; index += 1) if (this.file[start + index] !== this.file[this.#lastStart + index]) return false
    return true
  }

  #find(start: number, end: number): number {
    // Through a copy, as memory that is shared between threads cannot be decoded everywhere.
    const field = ascii.decode(this.file.slice(start, end))
    const known = this.#numbers.get(field)
    if (known !== undefined) return known
    if (!isTagField(field)) return -1
    const number = this.fields.push(field) - 1
    this.#numbers.set(field, number)
    return number
  }
}

/** The tags that a field lists. */
export function tagsOf(field: string): readonly string[] {
  return field === '-' ? [] : field.split(',', MAX_TAGS + 1)
}

function isTagField(field: string): boolean {
  const tags = tagsOf(field)
  return tags.length <= MAX_TAGS && tags.every((tag, index) => isTag(tag) && (index === 0 || (tags[index - 1] ?? '') < tag))
}
