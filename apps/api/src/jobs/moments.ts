import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { wakeChannel } from '../database/channels.js'

/** Work that becomes due by itself when time passes: at a close, at a deadline, after the end. */
export interface Moment {
  readonly name: string
  /** Does what is due at this time and answers how many things it did. It finds them by query, so nothing is lost when the process dies. */
  readonly run: (now: Date) => Promise<number>
  /** Whether something waits for it whatever the time is; left out where only time makes work. */
  readonly isAwaited?: () => Promise<boolean>
}

/** Where features say what becomes due by itself. Call it in onModuleInit; moments run in the order in which they were registered. */
@Injectable()
export class MomentRegistry {
  readonly #moments: Moment[] = []
  readonly #settledListeners: ((since: Date) => Promise<void>)[] = []

  register(moment: Moment): void {
    if (this.#moments.some(({ name }) => name === moment.name)) throw new Error(`There are two moments named "${moment.name}".`)
    this.#moments.push(moment)
  }

  all(): readonly Moment[] {
    return this.#moments
  }

  /** Whether nothing waits for a moment but the time. */
  async idle(): Promise<boolean> {
    for (const { isAwaited } of this.#moments) if (await isAwaited?.()) return false
    return true
  }

  /** Called with the time at which a look at every moment began that found nothing due. */
  onSettled(listener: (since: Date) => Promise<void>): void {
    this.#settledListeners.push(listener)
  }

  async settled(since: Date): Promise<void> {
    for (const listener of this.#settledListeners) await listener(since)
  }
}

@Injectable()
export class Moments {
  /** Has due work looked for at once when the transaction commits, instead of within a second. */
  async wake(manager: EntityManager): Promise<void> {
    await manager.query('select pg_notify($1, $2)', [wakeChannel, ''])
  }
}
