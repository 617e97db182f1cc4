import { Injectable } from '@nestjs/common'
import { AuditLog } from '../../audit/index.js'
import { ImportedApplications } from '../../applications/index.js'
import { Transactions } from '../../database/index.js'
import { Events } from '../../events/index.js'
import { Conflict, type Membership, NotFound } from '../../http/index.js'
import { defineJob, JobQueue } from '../../jobs/index.js'
import type { Import } from './import.js'
import { ImportRepository } from './import.repository.js'

export const runImport = defineJob<{ importId: string }>('run-import', { retryLimit: 5, retryDelaySeconds: 2 })

/** Somebody of the team has seen what would happen, and has it happen. */
@Injectable()
export class StartImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly applications: ImportedApplications,
    private readonly imports: ImportRepository,
    private readonly jobs: JobQueue,
    private readonly audit: AuditLog,
  ) {}

  async run({ organizationId, userId }: Membership, { id, eventId }: Import): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.applications.holdOpen(manager, await this.events.byId(manager, organizationId, eventId))
      const found = await this.imports.lock(manager, id)
      if (!found) throw new NotFound()
      if (found.state !== 'checked') throw new Conflict(found.state === 'uploaded' ? 'imports:notChecked' : 'imports:underWay')
      if (found.good === 0) throw new Conflict('imports:nothingNew')
      await this.imports.startAgain(manager, id)
      await this.imports.setState(manager, id, 'running', null)
      await this.jobs.enqueue(manager, runImport, { importId: id })
      const after = { file: found.fileName, rows: found.rowsTotal, good: found.good }
      await this.audit.record(manager, { organizationId, userId, eventId, action: 'applications.imported', subject: id, after })
    })
  }
}
