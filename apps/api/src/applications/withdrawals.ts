import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Application } from './application.entity.js'

/** Answers whether it has written to the person, so that one letter comes and not two. */
type WithdrawalListener = (manager: EntityManager, application: Application) => Promise<boolean>

/** Who must act when somebody withdraws, in the same transaction: after the commitment it is a line in the draw's log, and a seat may move on. */
@Injectable()
export class Withdrawals {
  readonly #listeners: WithdrawalListener[] = []

  register(listener: WithdrawalListener): void {
    this.#listeners.push(listener)
  }

  /** Answers whether somebody has written to the person. */
  async announce(manager: EntityManager, application: Application): Promise<boolean> {
    let written = false
    for (const listener of this.#listeners) written = (await listener(manager, application)) || written
    return written
  }
}
