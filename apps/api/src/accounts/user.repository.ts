import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, Repository } from 'typeorm'
import { User } from './user.entity.js'

@Injectable()
export class UserRepository extends Repository<User> {
  constructor(dataSource: DataSource) {
    super(User, dataSource.manager)
  }

  async withId(id: string, manager: EntityManager = this.manager): Promise<User | null> {
    return manager.findOne(User, { where: { id } })
  }

  async withEmail(email: string, manager: EntityManager = this.manager): Promise<User | null> {
    return manager.findOne(User, { where: { email } })
  }

  /** The password hash is not part of what other queries read, so that it cannot slip into an answer or a log. */
  async passwordHashOf(email: string): Promise<string | undefined> {
    const [row] = await this.manager.query<{ password_hash: string }[]>('select password_hash from users where email = $1', [email])
    return row?.password_hash
  }
}
