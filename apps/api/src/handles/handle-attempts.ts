import { createHash } from 'node:crypto'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Network } from '#policy'
import type { Application } from '../applications/index.js'
import { Clock } from '../database/index.js'
import { MomentRegistry } from '../jobs/index.js'
import { Seal } from './seal.js'

/** Long enough to sign in somewhere, with a second factor. */
const lifetimeMs = 15 * 60_000

/** People who are away to sign in at their server: for whom that is, known by the hash of a state, for a quarter of an hour and once. */
@Injectable()
export class HandleAttempts implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly moments: MomentRegistry,
  ) {}

  onModuleInit(): void {
    this.moments.register({ name: 'forget-handle-attempts', run: (now) => this.#forget(now) })
  }

  async keep({ id }: Pick<Application, 'id'>, network: Network, state: string, secret: unknown): Promise<void> {
    const hash = hashOf(state)
    const expires = new Date((await this.clock.now()).getTime() + lifetimeMs)
    await this.dataSource.query(
      'insert into handle_attempts (state_hash, application_id, network, sealed, expires_at) values ($1, $2, $3, $4, $5)',
      [hash, id, network, this.seal.close(secret, placeOf(hash)), expires],
    )
  }

  /** What was kept for this state of this application, which is gone with it; null when there is none (any more), or it is somebody else's. */
  async take({ id }: Pick<Application, 'id'>, state: string): Promise<{ readonly network: Network; readonly secret: unknown } | null> {
    const hash = hashOf(state)
    const [[row]] = await this.dataSource.query<[{ network: Network; sealed: Buffer; expires_at: Date }[], number]>(
      'delete from handle_attempts where state_hash = $1 and application_id = $2 returning network, sealed, expires_at',
      [hash, id],
    )
    if (!row || row.expires_at <= (await this.clock.now())) return null
    return { network: row.network, secret: this.seal.open(row.sealed, placeOf(hash)) }
  }

  async #forget(now: Date): Promise<number> {
    await this.dataSource.query('delete from handle_attempts where expires_at <= $1', [now])
    return 0
  }
}

function hashOf(state: string): Buffer {
  return createHash('sha256').update(state).digest()
}

const placeOf = (hash: Buffer): string => `attempt:${hash.toString('hex')}`
