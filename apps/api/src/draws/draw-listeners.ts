import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Draw } from './draw.entity.js'

/** A unit that the fill rule has given seats. */
export interface PlacedUnit {
  readonly unitId: string
  /** Of its people who come, in the order of their tickets: each gets one of its seats. */
  readonly applicationIds: readonly string[]
  readonly pool: string
  readonly seats: number
  readonly rank: number
}

/** Whoever acts on what a draw decides, in the transaction that logs it. */
export interface DrawListener {
  /** The draw has been made: everybody has a rank. `placed` hold the seats. */
  drawn(manager: EntityManager, draw: Draw, placed: readonly PlacedUnit[]): Promise<void>
  /** Freed seats have moved on to these units. */
  promoted(manager: EntityManager, draw: Draw, placed: readonly PlacedUnit[]): Promise<void>
}

@Injectable()
export class DrawListeners {
  readonly #listeners: DrawListener[] = []

  register(listener: DrawListener): void {
    this.#listeners.push(listener)
  }

  async drawn(manager: EntityManager, draw: Draw, placed: readonly PlacedUnit[]): Promise<void> {
    for (const listener of this.#listeners) await listener.drawn(manager, draw, placed)
  }

  async promoted(manager: EntityManager, draw: Draw, placed: readonly PlacedUnit[]): Promise<void> {
    if (placed.length === 0) return
    for (const listener of this.#listeners) await listener.promoted(manager, draw, placed)
  }
}
