import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { checkInclusion, inclusionPath, type InclusionProof, parseEntries, parseManifest, toHex } from '#draw'
import type { Application } from '../../applications/index.js'
import { NotFound } from '../../http/index.js'
import type { Draw } from '../draw.entity.js'
import { DrawLists } from '../draw-lists.js'
import { DrawRepository } from '../draw.repository.js'
import { Recent } from '../recent.js'
import { blockRoots, linesPerBlock } from './block-roots.js'

/** A quarter of a megabyte for a draw of a million. */
const drawsKept = 8

/** The way from one ticket to the seal of the list it stands in. */
@Injectable()
export class Inclusions {
  /** Worked out once for each draw; a list never changes. */
  readonly #roots = new Recent<Uint8Array>(drawsKept)

  constructor(
    private readonly draws: DrawRepository,
    private readonly lists: DrawLists,
  ) {}

  /** Throws NotFound when there is no sealed list, or this ticket is not in it. */
  async of(application: Application): Promise<InclusionProof> {
    const { manager } = this.draws
    const draw = await this.draws.latest(application.eventId)
    const position = draw && (await this.draws.lineOf(manager, draw.id, application.id))
    if (draw === null || position === null) throw new NotFound('draws:notIn')
    const proof = await this.#proof(manager, draw, application, position)
    const broken = checkInclusion(proof).filter(({ ok }) => !ok)
    if (broken.length > 0)
      throw new Error(`The proof of ticket ${proof.ticketId} in draw ${draw.id} fails at ${broken.map(({ id }) => id).join()}.`)
    return proof
  }

  async #proof(manager: EntityManager, draw: Draw, { nonce, holder, ticketId }: Application, position: number): Promise<InclusionProof> {
    const manifest = parseManifest(draw.manifest)
    const roots = await this.#roots.get(draw.id, () => blockRoots(this.lists.pieces(manager, draw.id, 'entries'), manifest))
    const first = position - (position % linesPerBlock)
    const block = await this.#block(manager, draw.id, first)
    const { leaves } = parseEntries(Buffer.from(block, 'latin1'), manifest)
    const place = position - first
    return {
      nonce: nonce.toString('hex'),
      holder,
      ticketId,
      line: block.split('\n')[place] ?? '',
      leaf: toHex(leaves.subarray(32 * place, 32 * place + 32)),
      position,
      path: [...inclusionPath(leaves, place), ...inclusionPath(roots, first / linesPerBlock)].map(toHex),
      manifest: draw.manifest,
      commitment: draw.commitment,
    }
  }

  async #block(manager: EntityManager, drawId: string, firstLine: number): Promise<string> {
    const [row] = await manager.query<{ lines: string }[]>(
      `select lines from draw_files where draw_id = $1 and file = 'entries' and first_line = $2`,
      [drawId, firstLine],
    )
    if (row === undefined) throw new Error(`The list of draw ${drawId} has no line ${firstLine}.`)
    return row.lines
  }
}
