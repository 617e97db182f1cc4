import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Transactions } from '../../database/index.js'
import { FileDisk } from '../../files/index.js'
import { MomentRegistry } from '../../jobs/index.js'
import { importPath } from './import-files.js'
import { ImportRepository } from './import.repository.js'

export const daysKept = 30
const day = 86_400_000

/** A file with the data of people is not left lying about: after a month it is gone, and what was wrong with it. */
@Injectable()
export class ForgetImports implements OnModuleInit {
  constructor(
    private readonly moments: MomentRegistry,
    private readonly transactions: Transactions,
    private readonly imports: ImportRepository,
    private readonly disk: FileDisk,
  ) {}

  onModuleInit(): void {
    this.moments.register({ name: 'forget-imports', run: (now) => this.forgetDue(now) })
  }

  async forgetDue(now: Date): Promise<number> {
    const old = await this.imports.uploadedBefore(new Date(now.getTime() - daysKept * day), 20)
    for (const { id } of old) await this.forget(id)
    return old.length
  }

  async forget(id: string): Promise<void> {
    await this.transactions.run((manager) => this.imports.remove(manager, id))
    await this.disk.remove(importPath(id))
  }
}
