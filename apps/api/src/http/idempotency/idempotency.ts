import { AsyncLocalStorage } from 'node:async_hooks'
import { createSecretKey, type KeyObject } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { TweetupConfig } from '../../config/config.js'
import { Clock } from '../../database/clock.js'
import { firstStep } from '../../database/transactions.js'
import { Conflict, Invalid } from '../errors.js'
import { type Answer, Claim, type Found, type Request } from './claim.js'

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
    const claim = new Claim(request, this.#secret)
    const before = await claim.find(this.dataSource.manager)
    if (before.state !== 'free') return { answer: await this.#answerOf(claim, before), replayed: true }
    try {
      const answer = await this.#current.run(claim, () => firstStep.run((manager) => this.#take(claim, manager), work))
      if (!claim.kept) await claim.keep(this.dataSource.manager, answer, await this.clock.now())
      return { answer, replayed: false }
    } catch (error) {
      if (!(error instanceof TakenByAnother)) throw error
      return { answer: await this.#answerOf(claim, await claim.find(this.dataSource.manager)), replayed: true }
    }
  }

  async #take(claim: Claim, manager: EntityManager): Promise<void> {
    if (!(await claim.take(manager, await this.clock.now(manager)))) throw new TakenByAnother()
  }

  /**
   * The answer of the request that has the key. It may have committed its effect and be about to keep its answer; a moment's patience spares the
   * caller a retry. Throws Conflict while it is at it, Invalid when the key came with another body.
   */
  async #answerOf(claim: Claim, found: Found): Promise<Answer> {
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
