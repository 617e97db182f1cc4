import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource, type EntityManager, In, IsNull } from 'typeorm'
import { Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import { MomentRegistry } from '../jobs/index.js'
import { Application } from './application.entity.js'
import { ConfirmationMails } from './confirmation-mails.js'

interface Arrivals {
  readonly event_id: string
  readonly application_ids: string[]
}

/** So many groups of applications that came together are written to in one transaction, and so often at one look: other work is due too. */
const atOnce = 16
const mostTimes = 8

/**
 * Writes the first mail to each new application. Who comes in is noted in the transaction that lets her in, one row for all who come together, so that
 * a rush writes no letter while fans wait; the rows are taken here, a second later at most.
 */
@Injectable()
export class AskForProof implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly moments: MomentRegistry,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly mails: ConfirmationMails,
  ) {}

  onModuleInit(): void {
    this.moments.register({ name: 'ask-for-proof', run: () => this.run(), isAwaited: () => this.#isAwaited() })
  }

  /** Answers how many groups it took. */
  async run(): Promise<number> {
    let groups = 0
    for (let times = 0; times < mostTimes; times += 1) {
      const taken = await this.#take()
      groups += taken
      if (taken < atOnce) break
    }
    return groups
  }

  async #isAwaited(): Promise<boolean> {
    return (await this.dataSource.query<unknown[]>('select from application_arrivals limit 1')).length > 0
  }

  #take(): Promise<number> {
    return this.transactions.run(async (manager) => {
      const taken = await manager.query<Arrivals[]>(
        `with taken as (
           delete from application_arrivals where id in (select id from application_arrivals order by id limit ${atOnce} for update skip locked)
           returning event_id, application_ids
         ) select event_id, application_ids from taken`,
      )
      for (const arrivals of Map.groupBy(taken, ({ event_id }) => event_id).values()) await this.#ask(manager, arrivals)
      return taken.length
    })
  }

  /**
   * Whoever has confirmed meanwhile needs no such mail, and whoever has had it gets no other. A withdrawal is no reason: before the proof anybody can have
   * withdrawn what she finds under her own address.
   */
  async #ask(manager: EntityManager, arrivals: readonly Arrivals[]): Promise<void> {
    const ids = arrivals.flatMap(({ application_ids }) => application_ids)
    const where = { id: In(ids), confirmedAt: IsNull(), shadowOf: IsNull() }
    const applications = await manager.find(Application, { where, order: { id: 'ASC' } })
    const [first] = applications
    if (!first) return
    await this.mails.askFirst(manager, await this.events.byId(manager, first.organizationId, first.eventId), applications)
  }
}
