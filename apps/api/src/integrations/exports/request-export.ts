import { Injectable } from '@nestjs/common'
import { AuditLog } from '../../audit/index.js'
import { Clock, newId, Transactions } from '../../database/index.js'
import { Events } from '../../events/index.js'
import { type Membership, type RateLimit, RateLimiter } from '../../http/index.js'
import { defineJob, JobQueue } from '../../jobs/index.js'
import type { RequestExportDto } from './dto.js'
import { type Export, ExportRepository } from './export.repository.js'
import { ExportedApplications } from './exported-applications.js'

export const exportApplications = defineJob<{ exportId: string }>('export-applications', { retryLimit: 3, retryDelaySeconds: 5 })

const limit: RateLimit = { limit: 60, windowSeconds: 3600, code: 'exports:tooMany' }

/** Somebody of the team wants the list as a file. Who took which data out of here stays written down. */
@Injectable()
export class RequestExport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly limiter: RateLimiter,
    private readonly exports: ExportRepository,
    private readonly applications: ExportedApplications,
    private readonly jobs: JobQueue,
    private readonly audit: AuditLog,
  ) {}

  async run({ organizationId, userId }: Membership, eventId: string, { format, locale, filter }: RequestExportDto): Promise<Export> {
    await this.limiter.take(null, `export:${userId}`, limit)
    return this.transactions.run(async (manager) => {
      const event = await this.events.byId(manager, organizationId, eventId)
      const asked: Export = {
        id: newId(),
        organizationId,
        eventId: event.id,
        userId,
        format,
        locale,
        filter: filter ?? {},
        rowsDone: 0,
        rowsTotal: await this.applications.count(event),
        size: null,
        askedAt: await this.clock.now(manager),
        doneAt: null,
        failedAt: null,
      }
      await this.exports.insert(manager, asked)
      await this.jobs.enqueue(manager, exportApplications, { exportId: asked.id })
      const entry = { organizationId, userId, eventId: event.id, subject: asked.id }
      await this.audit.record(manager, { ...entry, action: 'applications.exported', after: { format, filter: asked.filter } })
      return asked
    })
  }
}
