import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { EntryList, ExcludedList } from '#draw'
import type { Draw } from './draw.entity.js'

/** As many as the table `draw_files` counts in. */
const linesPerBlock = 128
/** Together a hundred kilobytes: larger texts live longer than they are needed. */
const blocksPerQuery = 12
const lineFeed = 0x0a

export type ListFile = 'entries' | 'excluded'
type OwnedDraw = Pick<Draw, 'id' | 'organizationId'>

/** The two lists of a draw in the database. They are written once, at the freeze, and read in pieces, so that nobody ever holds more than one copy of a long one. */
@Injectable()
export class DrawLists {
  async write(manager: EntityManager, draw: OwnedDraw, entries: EntryList, excluded: ExcludedList): Promise<void> {
    await this.#writeFile(manager, draw, 'entries', entries.file)
    await this.#writeFile(manager, draw, 'excluded', excluded.file)
    await manager.query('select index_draw_tickets($1)', [draw.id])
  }

  /** Gives a draw the lists of another one of its event. */
  async copy(manager: EntityManager, fromDrawId: string, { id }: OwnedDraw): Promise<void> {
    await manager.query(
      `insert into draw_files (draw_id, organization_id, file, first_line, lines)
       select $2, organization_id, file, first_line, lines from draw_files where draw_id = $1`,
      [fromDrawId, id],
    )
    await manager.query('select index_draw_tickets($1)', [id])
  }

  /** A whole file, in memory that threads can share. */
  async bytes(manager: EntityManager, drawId: string, file: ListFile): Promise<Uint8Array> {
    const [size] = await manager.query<{ bytes: string | null }[]>(
      'select sum(octet_length(lines)) as bytes from draw_files where draw_id = $1 and file = $2',
      [drawId, file],
    )
    const memory = new SharedArrayBuffer(Number(size?.bytes ?? 0))
    const target = Buffer.from(memory)
    let written = 0
    for await (const piece of this.pieces(manager, drawId, file)) written += target.write(piece, written, 'latin1')
    return new Uint8Array(memory)
  }

  /** A file in pieces of whole lines. They never change, so no transaction has to stay open for whoever reads slowly. */
  async *pieces(manager: EntityManager, drawId: string, file: ListFile): AsyncGenerator<string, void> {
    for (let next = 0; ; next += blocksPerQuery * linesPerBlock) {
      const blocks = await manager.query<{ lines: string }[]>(
        'select lines from draw_files where draw_id = $1 and file = $2 and first_line >= $3 and first_line < $4 order by first_line',
        [drawId, file, next, next + blocksPerQuery * linesPerBlock],
      )
      if (blocks.length === 0) return
      for (const { lines } of blocks) yield lines
    }
  }

  async #writeFile(manager: EntityManager, { id, organizationId }: OwnedDraw, file: ListFile, content: Uint8Array): Promise<void> {
    let blocks: string[] = []
    let first = 0
    const write = async () => {
      await manager.query(
        `insert into draw_files (draw_id, organization_id, file, first_line, lines)
         select $1, $2, $3, $4 + (place - 1) * ${linesPerBlock}, lines from unnest($5::text[]) with ordinality as block (lines, place)`,
        [id, organizationId, file, first, blocks],
      )
      first += blocks.length * linesPerBlock
      blocks = []
    }
    for (const block of blocksOf(content)) {
      blocks.push(block)
      if (blocks.length === blocksPerQuery) await write()
    }
    if (blocks.length > 0) await write()
  }
}

/** A file in texts of so many lines as a block has. */
function* blocksOf(content: Uint8Array): Generator<string, void> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  for (let start = 0; start < bytes.length; ) {
    let end = start
    for (let line = 0; line < linesPerBlock && end < bytes.length; line += 1) end = bytes.indexOf(lineFeed, end) + 1
    yield bytes.toString('latin1', start, end)
    start = end
  }
}
