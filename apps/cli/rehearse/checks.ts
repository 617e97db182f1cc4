/** One thing that must hold at the end, with what was found. */
export interface Check {
  readonly title: string
  readonly ok: boolean
  readonly found: string
}

/** Collects checks; a check that throws has failed, and says with what. */
export class Checks {
  readonly #all: Check[] = []

  /** `prove` answers what was found, or throws. */
  async add(title: string, prove: () => Promise<string> | string): Promise<void> {
    try {
      this.#all.push({ title, ok: true, found: await prove() })
    } catch (error) {
      this.#all.push({ title, ok: false, found: error instanceof Error ? error.message : String(error) })
    }
  }

  get all(): readonly Check[] {
    return this.#all
  }

  get ok(): boolean {
    return this.#all.every(({ ok }) => ok)
  }
}

/** Throws with what was found and expected when they differ. */
export function expectEqual(found: unknown, expected: unknown, what: string): void {
  if (found !== expected) throw new Error(`${what}: found ${String(found)}, expected ${String(expected)}`)
}
