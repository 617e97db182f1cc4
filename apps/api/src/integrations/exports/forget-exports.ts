import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Transactions } from '../../database/index.js'
import { FileDisk } from '../../files/index.js'
import { MomentRegistry } from '../../jobs/index.js'
import { exportPath } from './export-files.js'
import { ExportRepository } from './export.repository.js'

export const daysKept = 7
const day = 86_400_000

/** Files with the data of people are not left lying about: after a week they are gone. */
@Injectable()
export class ForgetExports implements OnModuleInit {
  constructor(
    private readonly moments: MomentRegistry,
    private readonly transactions: Transactions,
    private readonly exports: ExportRepository,
    private readonly disk: FileDisk,
  ) {}

  onModuleInit(): void {
    this.moments.register({ name: 'forget-exports', run: (now) => this.forgetDue(now) })
  }

  async forgetDue(now: Date): Promise<number> {
    const old = await this.exports.askedBefore(new Date(now.getTime() - daysKept * day), 20)
    for (const one of old) await this.forget(one)
    return old.length
  }

  /** The row goes first: a worker that still writes the file then stops by itself. */
  async forget(one: Parameters<typeof exportPath>[0]): Promise<void> {
    await this.transactions.run((manager) => this.exports.remove(manager, one.id))
    await this.disk.remove(exportPath(one))
  }
}
