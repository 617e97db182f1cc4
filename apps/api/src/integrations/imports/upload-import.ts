import { Injectable } from '@nestjs/common'
import { Clock, newId, Transactions } from '../../database/index.js'
import { Events } from '../../events/index.js'
import { FileDisk } from '../../files/index.js'
import { type Membership, type RateLimit, RateLimiter } from '../../http/index.js'
import type { Import } from './import.js'
import { importPath } from './import-files.js'
import { ImportRepository } from './import.repository.js'
import { readFile } from './read-file.js'
import type { ReceivedFile } from './receive-file.js'

const limit: RateLimit = { limit: 60, windowSeconds: 3600, code: 'imports:tooMany' }

/** Somebody of the team brings a file. It is read once to its end, so that everything that is wrong with the file itself is said at once. */
@Injectable()
export class UploadImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly limiter: RateLimiter,
    private readonly disk: FileDisk,
    private readonly imports: ImportRepository,
  ) {}

  async run({ organizationId, userId }: Membership, eventId: string, file: ReceivedFile): Promise<Import> {
    await this.limiter.take(null, `import:${userId}`, limit)
    const { reading, rows } = await readFile(file.path)
    const id = newId()
    await this.disk.take(importPath(id), file.path, 'text/csv')
    return this.transactions.run(async (manager) => {
      const event = await this.events.byId(manager, organizationId, eventId)
      const uploaded: Import = {
        id,
        organizationId,
        eventId: event.id,
        userId,
        fileName: file.name,
        reading,
        state: 'uploaded',
        plan: null,
        rowsTotal: rows,
        rowsDone: 0,
        good: 0,
        known: 0,
        wrong: 0,
        failure: null,
        uploadedAt: await this.clock.now(manager),
        endedAt: null,
      }
      await this.imports.insert(manager, uploaded)
      return uploaded
    })
  }
}
