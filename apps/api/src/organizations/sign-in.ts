import { Injectable } from '@nestjs/common'
import { Accounts, Sessions, type StartedSession, type User } from '../accounts/index.js'
import { Transactions } from '../database/index.js'

@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
  ) {}

  async run({ email, password }: { email: string; password: string }, network: string): Promise<{ user: User; session: StartedSession }> {
    const user = await this.accounts.authenticate(email, password, network)
    return { user, session: await this.transactions.run((manager) => this.sessions.start(manager, user.id)) }
  }
}
