import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ImportedApplications } from '../../applications/index.js'
import { Clock, Transactions } from '../../database/index.js'
import { DomainError } from '../../http/index.js'
import { JobRegistry } from '../../jobs/index.js'
import type { Import } from './import.js'
import type { ImportPlan } from './import-plan.js'
import { ImportRepository, mostErrorsKept, type Tally } from './import.repository.js'
import { checkImport } from './plan-import.js'
import type { FileRow } from './read-file.js'
import { RowWork } from './row-work.js'

const rowsAtOnce = 500

/** What a look at the rows has found so far. */
interface Findings extends Tally {
  readonly errorsKept: number
  /** The addresses that the last piece was the first to name. */
  readonly fresh: ReadonlySet<string>
}

/** Looks at every row of a file as if it were taken in, and changes nothing. */
@Injectable()
export class CheckRows implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly imports: ImportRepository,
    private readonly rows: RowWork,
    private readonly applications: ImportedApplications,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(checkImport, ({ importId }) => this.check(importId))
  }

  async check(id: string): Promise<void> {
    const found = await this.imports.find(id)
    if (found?.state !== 'checking' || found.plan === null) return
    const { plan } = found
    await this.transactions.run((manager) => this.imports.startAgain(manager, id))
    try {
      let findings: Findings = { rowsDone: 0, good: 0, known: 0, wrong: 0, errorsKept: 0, fresh: new Set() }
      const seen = new Set<string>()
      for await (const piece of this.rows.pieces(found, rowsAtOnce, 0)) {
        const before = findings
        findings = await this.transactions.run((manager) => this.#look(manager, found, plan, piece, before, seen))
        for (const address of findings.fresh) seen.add(address)
      }
      await this.transactions.run((manager) => this.imports.setState(manager, id, 'checked', null))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      await this.transactions.run(async (manager) => this.imports.fail(manager, id, error.code, await this.clock.now(manager)))
    }
  }

  async #look(
    manager: EntityManager,
    found: Import,
    plan: ImportPlan,
    piece: readonly FileRow[],
    before: Findings,
    seen: ReadonlySet<string>,
  ): Promise<Findings> {
    const { applications, errors, wrong } = await this.rows.read(manager, found, plan, piece)
    const addresses = applications.map(({ emailKey }) => emailKey)
    const known = await this.applications.known(manager, found.eventId, addresses)
    const fresh = new Set(addresses.filter((address) => !known.has(address) && !seen.has(address)))
    const kept = errors.slice(0, Math.max(0, mostErrorsKept - before.errorsKept))
    const findings = {
      rowsDone: before.rowsDone + piece.length,
      good: before.good + fresh.size,
      known: before.known + addresses.length - fresh.size,
      wrong: before.wrong + wrong,
      errorsKept: before.errorsKept + kept.length,
      fresh,
    }
    await this.imports.keepErrors(manager, found.id, kept)
    await this.imports.count(manager, found.id, findings)
    return findings
  }
}
