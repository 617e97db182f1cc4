import { AsyncLocalStorage } from 'node:async_hooks'
import { createSecretKey, type KeyObject } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { TweetupConfig } from '../../config/config.js'
import { Clock } from '../../database/clock.js'
import { firstStep } from '../../database/transactions.js'
import { Conflict, Invalid } from '../errors.js'
import { type Answer, Claim, type ClaimRow, type Found, type Request } from './claim.js'

class TakenByAnother extends Error {}

const patienceMs = 2000

/** Lets a request that arrives twice take effect once, across processes and crashes: its key is claimed in the transaction of its effect. */
@Injectable()
export class Idempotency {
  readonly #current = new AsyncLocalStorage<Claim>()
  readonly #secret: KeyObject

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    config: TweetupConfig,
  ) {
    this.#secret = createSecretKey(config.key('idempotency'))
  }

  /**
   * Keeps the answer of the current request in the transaction of its effect, so that even a crash right after the commit does not lose it.
   * Does nothing when the request has no Idempotency-Key.
   */
  async remember(manager: EntityManager, status: number, answer: unknown): Promise<void> {
    await this.#current.getStore()?.keep(manager, { status, body: JSON.stringify(answer) }, await this.clock.now(manager))
  }

  /** Does the work for a request unless it was done before; `replayed` tells which. Throws Conflict while another request is at it, Invalid when the key came with another body. */
  async once(request: Request, work: () => Promise<Answer>): Promise<{ readonly answer: Answer; readonly replayed: boolean }> {
    const claim = this.claimOf(request)
    const before = await claim.find(this.dataSource.manager)
    if (before.state !== 'free') return { answer: await this.answerOf(claim, before), replayed: true }
    try {
      const answer = await this.#current.run(claim, () => firstStep.run((manager) => this.#take(claim, manager), work))
      if (!claim.kept) await claim.keep(this.dataSource.manager, answer, await this.clock.now())
      return { answer, replayed: false }
    } catch (error) {
      if (!(error instanceof TakenByAnother)) throw error
      return { answer: await this.answerOf(claim, await claim.find(this.dataSource.manager)), replayed: true }
    }
  }

  /** Does the work of a request whose use case takes and keeps the key itself, together with those of others. */
  hand<T>(claim: Claim, work: () => Promise<T>): Promise<T> {
    return this.#current.run(claim, work)
  }

  /** The hold of the current request on its key; undefined when it has none. */
  get current(): Claim | undefined {
    return this.#current.getStore()
  }

  claimOf(request: Request): Claim {
    return new Claim(request, this.#secret)
  }

  /** What the table says about the keys of many requests, in their order. */
  async findMany(claims: readonly Claim[]): Promise<readonly Found[]> {
    if (claims.length === 0) return []
    const rows = await this.dataSource.manager.query<ClaimRow[]>(
      'select id, claim, body_hash, status, answer from idempotency_keys where id = any($1)',
      [claims.map(({ id }) => id)],
    )
    const known = new Map(rows.map((row) => [row.id, row]))
    return claims.map((claim) => claim.read(known.get(claim.id)))
  }

  /**
   * Takes the keys of many requests and keeps their answers, in the transaction of their effects and before them. Waits for whoever is taking
   * one of them. Answers those of which this request is the one that takes effect.
   */
  async takeMany(manager: EntityManager, answers: ReadonlyMap<Claim, Answer>, now: Date): Promise<ReadonlySet<Claim>> {
    if (answers.size === 0) return new Set()
    // In the order of the keys, so that two transactions never wait for each other.
    const rows = [...answers].map(([claim, answer]) => claim.row(answer)).sort((one, other) => (one.id < other.id ? -1 : 1))
    const taken = await manager.query<{ id: string }[]>(
      `insert into idempotency_keys (id, claim, body_hash, status, answer, created_at)
       select id, claim, body_hash, status, answer, $6
       from unnest($1::text[], $2::uuid[], $3::text[], $4::int[], $5::bytea[]) as taken (id, claim, body_hash, status, answer)
       on conflict do nothing returning id`,
      [
        rows.map(({ id }) => id),
        rows.map(({ claim }) => claim),
        rows.map(({ body_hash }) => body_hash),
        rows.map(({ status }) => status),
        rows.map(({ answer }) => answer),
        now,
      ],
    )
    const ids = new Set(taken.map(({ id }) => id))
    return new Set([...answers.keys()].filter(({ id }) => ids.has(id)))
  }

  /** Gives keys back that were just taken and whose effect does not come about. */
  async releaseMany(manager: EntityManager, claims: readonly Claim[]): Promise<void> {
    if (claims.length > 0) await manager.query('delete from idempotency_keys where id = any($1)', [claims.map(({ id }) => id)])
  }

  async #take(claim: Claim, manager: EntityManager): Promise<void> {
    if (!(await claim.take(manager, await this.clock.now(manager)))) throw new TakenByAnother()
  }

  /**
   * The answer of the request that has the key. It may have committed its effect and be about to keep its answer; a moment's patience spares the
   * caller a retry. Throws Conflict while it is at it, Invalid when the key came with another body.
   */
  async answerOf(claim: Claim, found: Found): Promise<Answer> {
    const deadline = performance.now() + patienceMs
    let latest = found
    while (latest.state === 'unanswered' && performance.now() < deadline) {
      await pause(50)
      latest = await claim.find(this.dataSource.manager)
    }
    if (latest.state === 'answered') return latest.answer
    if (latest.state === 'other-body') throw new Invalid([], 'problems:idempotencyBody')
    throw new Conflict('problems:idempotencyBusy')
  }
}
