/** Remembers the last few results of work that costs much and always gives the same for a key. Whoever asks meanwhile waits for the same work. */
export class Recent<T> {
  readonly #results = new Map<string, Promise<T>>()

  constructor(private readonly kept: number) {}

  get(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.#results.get(key)
    if (known) return known
    const result = work()
    this.#results.set(key, result)
    result.catch(() => this.#results.delete(key))
    for (const oldest of [...this.#results.keys()].slice(0, -this.kept)) this.#results.delete(oldest)
    return result
  }
}
