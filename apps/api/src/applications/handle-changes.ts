import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Application } from './application.entity.js'

type HandleListener = (manager: EntityManager, application: Pick<Application, 'id'>) => Promise<void>

/** Who must act when somebody names another account, in the same transaction: what was proven of the old one says nothing of the new one. */
@Injectable()
export class HandleChanges {
  readonly #listeners: HandleListener[] = []

  register(listener: HandleListener): void {
    this.#listeners.push(listener)
  }

  async announce(manager: EntityManager, application: Pick<Application, 'id'>): Promise<void> {
    for (const listener of this.#listeners) await listener(manager, application)
  }
}
