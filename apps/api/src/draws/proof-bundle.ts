import { Injectable } from '@nestjs/common'
import { DataSource, LessThanOrEqual } from 'typeorm'
import { strToU8, zip } from 'fflate'
import type { Draw } from './draw.entity.js'
import { DrawEvent } from './draw-event.entity.js'
import { drawFile } from './draw-files.js'
import { Recent } from './recent.js'

/** The files of protocol section 11, as texts. */
interface BundleFiles {
  readonly 'manifest.json': string
  readonly 'entries.txt': string
  readonly 'excluded.txt': string
  readonly 'log.jsonl': string
}

/** A few megabytes each for a large draw. */
const kept = 4

/** What a sceptic downloads to run the draw again. Anybody may ask for it as often as she likes, so it is put together once for each head of the log. */
@Injectable()
export class ProofBundle {
  readonly #json = new Recent<string>(kept)
  readonly #zips = new Recent<Buffer>(kept)

  constructor(private readonly dataSource: DataSource) {}

  /** One JSON document; manifest and log stand in it as their canonical texts, so the bytes that were hashed come through. */
  asJson(draw: Draw): Promise<string> {
    return this.#json.get(`${draw.id} ${draw.head}`, () => this.#makeJson(draw))
  }

  asZip(draw: Draw): Promise<Buffer> {
    return this.#zips.get(`${draw.id} ${draw.head}`, () => this.#makeZip(draw))
  }

  async #makeJson(draw: Draw): Promise<string> {
    const files = await this.#files(draw)
    const entries = lines(files['entries.txt']).map((line) => JSON.stringify(line))
    const excluded = lines(files['excluded.txt']).map((line) => JSON.stringify(line))
    const log = lines(files['log.jsonl'])
    return `{"bundle":{"manifest":${files['manifest.json']},\n"entries":[${entries.join(',\n')}],\n"excluded":[${excluded.join(',\n')}],\n"log":[${log.join(',\n')}]}}\n`
  }

  async #makeZip(draw: Draw): Promise<Buffer> {
    const files = await this.#files(draw)
    const rules = await drawFile(this.dataSource.manager, draw.id, 'rules')
    const contents = Object.fromEntries(Object.entries({ ...files, 'rules.txt': rules }).map(([name, text]) => [name, strToU8(text)]))
    return new Promise((resolve, reject) => {
      zip(contents, { mtime: draw.committedAt }, (error, data) => (error ? reject(error) : resolve(Buffer.from(data))))
    })
  }

  /** Size of the JSON document, from what the database knows without sending the files. */
  async size(draw: Draw): Promise<number> {
    const [row] = await this.dataSource.manager.query<{ bytes: string }[]>(
      `select octet_length(manifest) + octet_length(entries) + octet_length(excluded) + 3 * entry_count
         + coalesce((select sum(octet_length(event) + 2) from draw_events where draw_id = draws.id), 0) as bytes
       from draws where id = $1`,
      [draw.id],
    )
    return Number(row?.bytes ?? 0)
  }

  /** As far as the log goes in this draw's row. */
  async #files(draw: Draw): Promise<BundleFiles> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const log = await manager.find(DrawEvent, { where: { drawId: draw.id, seq: LessThanOrEqual(draw.seq) }, order: { seq: 'ASC' } })
      return {
        'manifest.json': draw.manifest,
        'entries.txt': await drawFile(manager, draw.id, 'entries'),
        'excluded.txt': await drawFile(manager, draw.id, 'excluded'),
        'log.jsonl': log.map(({ event }) => `${event}\n`).join(''),
      }
    })
  }
}

function lines(file: string): string[] {
  return file.split('\n').filter((line) => line !== '')
}
