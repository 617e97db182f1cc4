import { AsyncLocalStorage } from 'node:async_hooks'
import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { isRetryable } from './postgres-errors.js'

const retries = 3

type FirstStep = (manager: EntityManager) => Promise<void>

/** What the current request does first in each of its transactions, such as claiming its idempotency key. */
export const firstStep = new AsyncLocalStorage<FirstStep>()

/** Opens the one transaction of a use case. */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs the work in a transaction and commits it; rolls back when it throws.
   * The work may run again after a deadlock or serialization failure, so it must do nothing outside its manager.
   */
  async run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.dataSource.transaction(async (manager) => {
          await firstStep.getStore()?.(manager)
          return work(manager)
        })
      } catch (error) {
        if (attempt >= retries || !isRetryable(error)) throw error
        await pause(randomInt(20 * 2 ** attempt))
      }
    }
  }
}
