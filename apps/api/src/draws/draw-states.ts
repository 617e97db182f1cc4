import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type DrawState, openDraw, parseEntries, parseLog, parseManifest, replayLog } from '#draw'
import type { Draw } from './draw.entity.js'
import { DrawEvent } from './draw-event.entity.js'
import { drawFile } from './draw-files.js'

const remembered = 4
const utf8 = new TextEncoder()

/**
 * The state of a draw as its log gives it. What a log gives is a pure function of the head it ends with, so a state that
 * was worked out before is used again as long as the draw's row still has that head.
 */
@Injectable()
export class DrawStates {
  readonly #latest = new Map<string, DrawState>()

  async load(manager: EntityManager, draw: Draw): Promise<DrawState> {
    const known = this.#latest.get(draw.id)
    if (known?.head === draw.head) return known
    const state = await this.#replay(manager, draw)
    this.remember(draw.id, state)
    return state
  }

  remember(drawId: string, state: DrawState): void {
    this.#latest.delete(drawId)
    this.#latest.set(drawId, state)
    const [oldest] = this.#latest.keys()
    if (this.#latest.size > remembered && oldest !== undefined) this.#latest.delete(oldest)
  }

  async #replay(manager: EntityManager, draw: Draw): Promise<DrawState> {
    const manifest = parseManifest(utf8.encode(draw.manifest))
    const entries = parseEntries(utf8.encode(await drawFile(manager, draw.id, 'entries')), manifest)
    const log = await manager.find(DrawEvent, { where: { drawId: draw.id }, order: { seq: 'ASC' } })
    return replayLog(openDraw(manifest, entries), parseLog(utf8.encode(log.map(({ event }) => `${event}\n`).join(''))))
  }
}
