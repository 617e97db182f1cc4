import { Unavailable } from '../../http/index.js'

interface BatchLimits {
  /** How many batches run at once. */
  readonly lanes: number
  /** How many items one batch takes at most. */
  readonly largest: number
  /** How many items, and how many characters of them, may wait. */
  readonly mostWaiting: number
  readonly mostCharacters: number
  /** Nobody joins a line in which somebody has waited as long as this. */
  readonly longestWaitMs: number
}

interface Waiting<Item, Answer> {
  readonly item: Item
  readonly characters: number
  readonly since: number
  readonly resolve: (answer: Answer | PromiseLike<Answer>) => void
  readonly reject: (error: unknown) => void
}

/** What became of one item of a batch. */
export type Outcome<Answer> = { readonly answer: Answer | PromiseLike<Answer> } | { readonly error: unknown }

/**
 * Does in batches what many ask for at once. No item waits for a timer: a batch begins as soon as a lane is free and takes everything of one
 * line that waits by then, so a lone item is a batch of one and a crowd makes large ones. Too long a line is refused at its end, before it grows.
 */
export class Batches<Item, Answer> {
  readonly #lines = new Map<string, Waiting<Item, Answer>[]>()
  #waiting = 0
  #characters = 0
  #busy = 0
  #called = false

  constructor(
    private readonly limits: BatchLimits,
    /** Answers the outcomes in the order of the items. When it throws, so does every item. */
    private readonly work: (line: string, items: readonly Item[]) => Promise<readonly Outcome<Answer>[]>,
  ) {}

  /** Has the item done with others of its line; `characters` is about how much memory it takes. Throws Unavailable when too much waits. */
  add(line: string, item: Item, characters: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#isOverloaded(line, characters)) throw new Unavailable('applications:rush')
      const waiting = { item, characters, since: performance.now(), resolve, reject }
      const others = this.#lines.get(line)
      if (others) others.push(waiting)
      else this.#lines.set(line, [waiting])
      this.#waiting += 1
      this.#characters += characters
      this.#callLanes()
    })
  }

  /** How many items wait for their batch. */
  get waiting(): number {
    return this.#waiting
  }

  #isOverloaded(line: string, characters: number): boolean {
    const { mostWaiting, mostCharacters, longestWaitMs } = this.limits
    if (this.#waiting === 0) return false
    if (this.#waiting >= mostWaiting || this.#characters + characters > mostCharacters) return true
    const longest = this.#lines.get(line)?.[0]
    return longest !== undefined && performance.now() - longest.since > longestWaitMs
  }

  /** After the sockets of this turn have been read, so that what arrived together goes together. */
  #callLanes(): void {
    if (this.#called || this.#busy >= this.limits.lanes) return
    this.#called = true
    setImmediate(() => {
      this.#called = false
      while (this.#busy < this.limits.lanes && this.#lines.size > 0) void this.#runLane()
    })
  }

  async #runLane(): Promise<void> {
    this.#busy += 1
    try {
      for (let next = this.#next(); next !== undefined; next = this.#next()) await this.#run(...next)
    } finally {
      this.#busy -= 1
    }
  }

  /** Everything that waits in the line whose turn it is; what is left of it goes to the end. */
  #next(): [string, readonly Waiting<Item, Answer>[]] | undefined {
    const [first] = this.#lines
    if (first === undefined) return undefined
    const [line, all] = first
    const batch = all.splice(0, this.limits.largest)
    this.#lines.delete(line)
    if (all.length > 0) this.#lines.set(line, all)
    this.#waiting -= batch.length
    this.#characters -= batch.reduce((sum, { characters }) => sum + characters, 0)
    return [line, batch]
  }

  async #run(line: string, batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const outcomes = await this.work(
        line,
        batch.map(({ item }) => item),
      )
      for (const [index, { resolve, reject }] of batch.entries()) {
        const outcome = outcomes[index]
        if (outcome === undefined) reject(new Error(`A batch of ${batch.length} had ${outcomes.length} outcomes.`))
        else if ('error' in outcome) reject(outcome.error)
        else resolve(outcome.answer)
      }
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
}
