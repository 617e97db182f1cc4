import { Injectable, type OnModuleInit } from '@nestjs/common'
import { ImportedApplications } from '../../applications/index.js'
import { Clock, Transactions } from '../../database/index.js'
import { DomainError } from '../../http/index.js'
import { JobRegistry, type JobRun } from '../../jobs/index.js'
import type { Import } from './import.js'
import type { ImportPlan } from './import-plan.js'
import { ImportRepository, mostErrorsKept } from './import.repository.js'
import type { FileRow } from './read-file.js'
import { RowWork } from './row-work.js'
import { runImport } from './start-import.js'

const rowsAtOnce = 200

/**
 * Takes the rows of a file in, some hundred in one transaction together with the note of how far it is: who dies in between goes on at the
 * same row, and nobody is taken in twice.
 */
@Injectable()
export class RunRows implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly imports: ImportRepository,
    private readonly rows: RowWork,
    private readonly applications: ImportedApplications,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(runImport, ({ importId }, run) => this.run(importId, run))
  }

  async run(id: string, { signal }: Pick<JobRun, 'signal'>): Promise<void> {
    const found = await this.imports.find(id)
    if (found?.state !== 'running' || found.plan === null) return
    try {
      for await (const piece of this.rows.pieces(found, rowsAtOnce, found.rowsDone)) {
        signal.throwIfAborted()
        await this.#take(found, found.plan, piece)
      }
      await this.transactions.run(async (manager) => this.imports.setState(manager, id, 'done', await this.clock.now(manager)))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      await this.transactions.run(async (manager) => this.imports.fail(manager, id, error.code, await this.clock.now(manager)))
    }
  }

  async #take(found: Import, plan: ImportPlan, piece: readonly FileRow[]): Promise<void> {
    await this.transactions.run(async (manager) => {
      const { event, applications, errors, wrong } = await this.rows.read(manager, found, plan, piece)
      const before = await this.imports.lock(manager, found.id)
      if (!before) return
      const taken = await this.applications.receive(manager, event, firstOfEach(applications))
      if (before.wrong < mostErrorsKept) await this.imports.keepErrors(manager, found.id, errors)
      await this.imports.count(manager, found.id, {
        rowsDone: before.rowsDone + piece.length,
        good: before.good + taken,
        known: before.known + applications.length - taken,
        wrong: before.wrong + wrong,
      })
    })
  }
}

/** A file may name somebody twice; the row further up counts. */
function firstOfEach<T extends { readonly emailKey: string }>(applications: readonly T[]): T[] {
  return [...new Map(applications.toReversed().map((application) => [application.emailKey, application])).values()].toReversed()
}
