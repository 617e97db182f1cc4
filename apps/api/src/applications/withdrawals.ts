import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Application } from './application.entity.js'

type WithdrawalListener = (manager: EntityManager, application: Application) => Promise<void>

/** Who must act when somebody withdraws, in the same transaction: after the commitment it is a line in the draw's log, and a seat may move on. */
@Injectable()
export class Withdrawals {
  readonly #listeners: WithdrawalListener[] = []

  register(listener: WithdrawalListener): void {
    this.#listeners.push(listener)
  }

  async announce(manager: EntityManager, application: Application): Promise<void> {
    for (const listener of this.#listeners) await listener(manager, application)
  }
}
