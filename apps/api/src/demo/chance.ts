/** Chance that comes out the same every time (mulberry32), so that every demo is alike and an interrupted one can be taken up again. */
export class Chance {
  #state: number

  constructor(name: string) {
    this.#state = [...name].reduce((state, letter) => Math.imul(state ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5)
  }

  /** A number from 0 to 1, without 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  happens(probability: number): boolean {
    return this.next() < probability
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    const picked = list[Math.floor(this.next() * list.length)]
    if (picked === undefined) throw new Error('There is nothing to pick from.')
    return picked
  }
}
