import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Draw } from './draw.entity.js'
import { DrawLists, type ListFile } from './draw-lists.js'
import { zipStream } from '../files/index.js'

const logLinesPerPiece = 1000

/**
 * What a sceptic downloads to run the draw again: the files of protocol section 11. Anybody may ask for it as often as she likes,
 * so it goes from the database to the reader piece by piece, at her pace: no connection waits for her and no copy is kept.
 */
@Injectable()
export class ProofBundle {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: DrawLists,
  ) {}

  /** One JSON document; manifest and log stand in it as their canonical texts, so the bytes that were hashed come through. */
  async *json(draw: Draw): AsyncGenerator<string, void> {
    yield `{"bundle":{"manifest":${draw.manifest},\n"entries":[`
    yield* listed(this.#list(draw, 'entries'), '"')
    yield '],\n"excluded":['
    yield* listed(this.#list(draw, 'excluded'), '"')
    yield '],\n"log":['
    yield* listed(this.#log(draw), '')
    yield ']}}\n'
  }

  /** An archive of the files and of the rules. */
  zip(draw: Draw): AsyncGenerator<Uint8Array, void> {
    return zipStream(
      [
        { name: 'manifest.json', pieces: [draw.manifest] },
        { name: 'entries.txt', pieces: this.#list(draw, 'entries') },
        { name: 'excluded.txt', pieces: this.#list(draw, 'excluded') },
        { name: 'log.jsonl', pieces: this.#log(draw) },
        { name: 'rules.txt', pieces: this.#rules(draw) },
      ],
      draw.committedAt,
    )
  }

  /** Size of the JSON document, from what the database knows without sending the files. */
  async size(draw: Draw): Promise<number> {
    const [row] = await this.dataSource.manager.query<{ bytes: string }[]>(
      'select coalesce(sum(octet_length(event) + 2), 0) as bytes from draw_events where draw_id = $1',
      [draw.id],
    )
    return Buffer.byteLength(draw.manifest) + draw.listBytes + 3 * draw.entryCount + Number(row?.bytes ?? 0)
  }

  #list(draw: Draw, file: ListFile): AsyncGenerator<string, void> {
    return this.lists.pieces(this.dataSource.manager, draw.id, file)
  }

  /** As far as the log goes in this draw's row. */
  async *#log({ id, seq }: Draw): AsyncGenerator<string, void> {
    for (let from = 1; from <= seq; from += logLinesPerPiece) {
      const lines = await this.dataSource.manager.query<{ event: string }[]>(
        'select event from draw_events where draw_id = $1 and seq between $2 and $3 order by seq',
        [id, from, Math.min(seq, from + logLinesPerPiece - 1)],
      )
      yield lines.map(({ event }) => `${event}\n`).join('')
    }
  }

  async *#rules(draw: Draw): AsyncGenerator<string, void> {
    yield await this.rules(draw)
  }

  /** The rules as the public read them. */
  async rules({ id }: Draw): Promise<string> {
    const [row] = await this.dataSource.manager.query<{ rules: string }[]>('select rules from draws where id = $1', [id])
    return row?.rules ?? ''
  }
}

/** Lines that need no escaping as the items of a list in JSON. */
async function* listed(pieces: AsyncIterable<string>, quote: string): AsyncGenerator<string, void> {
  let before = ''
  for await (const piece of pieces) {
    if (piece === '') continue
    yield `${before}${quote}${piece.slice(0, -1).replaceAll('\n', `${quote},\n${quote}`)}${quote}`
    before = ',\n'
  }
}
