import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Clock } from '../../database/index.js'
import { type Event, Events } from '../../events/index.js'
import { FileDisk } from '../../files/index.js'
import { translate } from '../../http/index.js'
import { JobRegistry, type JobRun } from '../../jobs/index.js'
import type { Cell } from '../sheets/cell.js'
import { csvText } from '../sheets/csv-text.js'
import { xlsxArchive } from '../sheets/xlsx-archive.js'
import { type Column, exportColumns } from './export-columns.js'
import { exportPath, mediaTypes } from './export-files.js'
import { type Export, ExportRepository } from './export.repository.js'
import { ExportedApplications } from './exported-applications.js'
import { exportApplications } from './request-export.js'

/** Nobody wants the file any more. */
class Unwanted extends Error {}

/** Makes the file of an export, some hundred rows in memory at a time, and notes how far it is. */
@Injectable()
export class WriteExport implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRegistry,
    private readonly events: Events,
    private readonly exports: ExportRepository,
    private readonly applications: ExportedApplications,
    private readonly disk: FileDisk,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(exportApplications, ({ exportId }, run) => this.write(exportId, run))
  }

  async write(id: string, { signal, lastAttempt }: JobRun): Promise<void> {
    const wanted = await this.exports.find(id)
    if (!wanted || wanted.doneAt !== null) return
    const folder = await mkdtemp(join(tmpdir(), 'tweetup-export-'))
    try {
      await this.#make(wanted, join(folder, 'sheet'), signal)
    } catch (error) {
      if (error instanceof Unwanted) return
      if (lastAttempt) await this.exports.fail(id, await this.clock.now())
      throw error
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async #make(wanted: Export, local: string, signal: AbortSignal): Promise<void> {
    const event = await this.events.byId(this.dataSource.manager, wanted.organizationId, wanted.eventId)
    const written = { rows: 0 }
    await pipeline(Readable.from(await this.#bytes(wanted, event, written)), createWriteStream(local), { signal })
    const { size } = await stat(local)
    await this.disk.take(exportPath(wanted), local, mediaTypes[wanted.format])
    await this.exports.finish(wanted.id, written.rows, size, await this.clock.now())
  }

  async #bytes(wanted: Export, event: Event, written: { rows: number }): Promise<AsyncIterable<string | Uint8Array>> {
    const { format, locale } = wanted
    const questions = await this.events.questionsOf(undefined, event.id, 'application')
    const columns = exportColumns(questions, locale, event.timeZone)
    const header = columns.map(({ title }) => title)
    const rows = this.#rows(wanted, event, columns, written)
    if (format === 'csv') return csvText(header, rows)
    return xlsxArchive(translate(locale, 'exports:sheet'), header, rows, await this.clock.now())
  }

  async *#rows(
    { id, filter }: Export,
    event: Event,
    columns: readonly Column[],
    written: { rows: number },
  ): AsyncGenerator<readonly (readonly Cell[])[], void> {
    for await (const page of this.applications.pages(event, filter)) {
      yield page.map((application) => columns.map(({ cell }) => cell(application)))
      written.rows += page.length
      if (!(await this.exports.progress(id, written.rows))) throw new Unwanted()
    }
  }
}
