import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Transactions } from '../../database/index.js'
import { PrivateFiles } from '../../files/index.js'
import { MomentRegistry } from '../../jobs/index.js'
import { AnswerFileRepository } from './answer-file.repository.js'

const day = 86_400_000
const atOnce = 100

/** Forgets files that nobody has sent an application with within a day. */
@Injectable()
export class ForgetFiles implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: AnswerFileRepository,
    private readonly bytes: PrivateFiles,
    private readonly moments: MomentRegistry,
  ) {}

  onModuleInit(): void {
    this.moments.register({ name: 'forget-unclaimed-files', run: (now) => this.forget(now) })
  }

  /** Answers how many. The bytes go before the rows are gone, so that none is left that nobody knows of. */
  async forget(now: Date): Promise<number> {
    return this.transactions.run(async (manager) => {
      const ids = await this.files.forgetUnclaimed(manager, new Date(now.getTime() - day), atOnce)
      for (const id of ids) await this.bytes.remove(id)
      return ids.length
    })
  }
}
