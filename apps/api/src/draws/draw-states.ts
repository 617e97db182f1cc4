import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type DrawState, openDraw, parseLog, parseManifest, replayLog } from '#draw'
import type { Draw } from './draw.entity.js'
import { DrawEvent } from './draw-event.entity.js'
import { DrawLists } from './draw-lists.js'
import { rankEntries, readEntries } from './engine/draw-engine.js'

/** Draws, and units in all of them together, so that a few small draws or one of a million are remembered. */
const [drawsRemembered, unitsRemembered] = [4, 200_000]
const utf8 = new TextEncoder()

/**
 * The state of a draw as its log gives it. What a log gives is a pure function of the head it ends with, so a state that
 * was worked out before is used again as long as the draw's row still has that head.
 */
@Injectable()
export class DrawStates {
  readonly #latest = new Map<string, DrawState>()

  constructor(private readonly lists: DrawLists) {}

  async load(manager: EntityManager, draw: Draw): Promise<DrawState> {
    const known = this.#latest.get(draw.id)
    if (known?.head === draw.head) return known
    const state = await this.#replay(manager, draw)
    this.remember(draw.id, state)
    return state
  }

  /** Forgets the oldest ones when there are too many. */
  remember(drawId: string, state: DrawState): void {
    this.#latest.delete(drawId)
    this.#latest.set(drawId, state)
    let units = [...this.#latest.values()].reduce((sum, { entries }) => sum + entries.count, 0)
    for (const [id, { entries }] of this.#latest) {
      const fits = this.#latest.size <= drawsRemembered && units <= unitsRemembered
      if (fits || id === drawId) return
      this.#latest.delete(id)
      units -= entries.count
    }
  }

  async #replay(manager: EntityManager, draw: Draw): Promise<DrawState> {
    const manifest = parseManifest(utf8.encode(draw.manifest))
    const entries = await readEntries(await this.lists.bytes(manager, draw.id, 'entries'), manifest, draw.entryCount)
    const lines = await manager.find(DrawEvent, { where: { drawId: draw.id }, order: { seq: 'ASC' } })
    const log = parseLog(utf8.encode(lines.map(({ event }) => `${event}\n`).join('')))
    const seed = log.find((event) => event.type === 'draw')?.seed
    if (seed === undefined) return replayLog(openDraw(manifest, entries), log)
    // Of the seed that the log claims: one that the rules do not give is refused by the replay.
    const order = await rankEntries(entries, seed)
    return replayLog(openDraw(manifest, entries), log, () => order)
  }
}
