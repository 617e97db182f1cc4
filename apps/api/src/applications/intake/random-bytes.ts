import { randomFillSync } from 'node:crypto'

const pieces = 256

/** Random bytes in pieces of one size, fetched for many at a time: asking for a few takes nearly as long as for thousands. No piece is given out twice. */
export class RandomBytes {
  readonly #pool: Buffer
  #used: number

  constructor(private readonly size: number) {
    this.#pool = Buffer.alloc(size * pieces)
    this.#used = this.#pool.length
  }

  take(): Buffer {
    if (this.#used === this.#pool.length) {
      randomFillSync(this.#pool)
      this.#used = 0
    }
    const piece = Buffer.from(this.#pool.subarray(this.#used, this.#used + this.size))
    this.#used += this.size
    return piece
  }
}
