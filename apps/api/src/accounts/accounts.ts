import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock, isUniqueViolation, newId } from '../database/index.js'
import { canonicalEmail } from '../http/dto/index.js'
import { Invalid, type Locale, RateLimiter, Unauthenticated } from '../http/index.js'
import { hashPassword, isEasilyGuessed, passwordFits } from './passwords.js'
import { User } from './user.entity.js'
import { UserRepository } from './user.repository.js'

const quarter = 15 * 60
const code = 'accounts:signIn.tooMany'

export interface NewAccount {
  readonly name: string
  readonly email: string
  readonly passwordHash: string
  readonly locale: Locale
}

@Injectable()
export class Accounts {
  constructor(
    private readonly users: UserRepository,
    private readonly limiter: RateLimiter,
    private readonly clock: Clock,
  ) {}

  /** Checks and hashes a password that somebody has chosen. Takes its time, so do it before the transaction. */
  async hashChosen(password: string, own: readonly string[]): Promise<string> {
    if (isEasilyGuessed(password, own)) throw new Invalid([{ path: 'password', code: 'accounts:password.common' }])
    return hashPassword(password)
  }

  async create(manager: EntityManager, account: NewAccount): Promise<User> {
    const user = {
      id: newId(),
      ...account,
      email: canonicalEmail(account.email) ?? account.email,
      createdAt: await this.clock.now(manager),
    }
    try {
      await manager.insert(User, user)
    } catch (error) {
      if (isUniqueViolation(error, 'users_email'))
        throw new Invalid([{ path: 'email', code: 'accounts:emailTaken', values: { email: user.email } }])
      throw error
    }
    return user
  }

  /**
   * The person with this address and password. Wrong either way is the same answer after the same work,
   * and guessing is slowed down for one address from one network, for one address from everywhere, and for one network.
   */
  async authenticate(address: string, password: string, network: string): Promise<User> {
    const email = canonicalEmail(address) ?? ''
    await this.limiter.take(null, `sign-in:${network}`, { limit: 100, windowSeconds: quarter, code })
    await this.limiter.take(null, `sign-in:${email}`, { limit: 100, windowSeconds: 4 * quarter, code })
    await this.limiter.take(null, `sign-in:${email}:${network}`, { limit: 20, windowSeconds: quarter, code })
    const fits = await passwordFits(await this.users.passwordHashOf(email), password)
    const user = fits ? await this.users.withEmail(email) : null
    if (!user) throw new Unauthenticated('accounts:signIn.wrong')
    return user
  }

  withId(id: string, manager?: EntityManager): Promise<User | null> {
    return this.users.withId(id, manager)
  }

  withEmail(email: string, manager?: EntityManager): Promise<User | null> {
    return this.users.withEmail(canonicalEmail(email) ?? '', manager)
  }

  async setPassword(manager: EntityManager, userId: string, passwordHash: string): Promise<void> {
    await manager.update(User, { id: userId }, { passwordHash })
  }
}
