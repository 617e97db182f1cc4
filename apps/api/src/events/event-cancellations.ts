import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Event } from './event.entity.js'

type Listener = (manager: EntityManager, event: Event) => Promise<void>

/** Whoever must act when an event is cancelled, in the same transaction: telling those who applied, above all. */
@Injectable()
export class EventCancellations {
  readonly #listeners: Listener[] = []

  register(listener: Listener): void {
    this.#listeners.push(listener)
  }

  async cancelled(manager: EntityManager, event: Event): Promise<void> {
    for (const listener of this.#listeners) await listener(manager, event)
  }
}
