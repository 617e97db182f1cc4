import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource, type EntityManager, In, IsNull } from 'typeorm'
import { Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import { MomentRegistry, oneByOne } from '../jobs/index.js'
import { Application } from './application.entity.js'
import { ConfirmationMails } from './confirmation-mails.js'

/** So many groups of applications that came together are written to at one look: other work is due too. */
const atOnce = 64

const putLast = `
  with failed as (delete from application_arrivals where id = $1 returning event_id, application_ids)
  insert into application_arrivals (event_id, application_ids)
  select event_id, array[application_id] from failed, unnest(application_ids) as application_id`

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

  /** Answers how many groups it wrote to, each in a transaction of its own. */
  async run(): Promise<number> {
    const waiting = await this.dataSource.query<{ id: string }[]>(`select id from application_arrivals order by id limit ${atOnce}`)
    return oneByOne(
      waiting.map(({ id }) => id),
      (id) => this.#write(id),
    )
  }

  /** A group that cannot be written to goes to the end of the line, each of it alone: it keeps no other waiting, and nobody in it keeps the rest. */
  async #write(id: string): Promise<number> {
    try {
      return await this.transactions.run((manager) => this.#take(manager, id))
    } catch (error) {
      await this.transactions.run((manager) => manager.query(putLast, [id]))
      throw error
    }
  }

  async #isAwaited(): Promise<boolean> {
    return (await this.dataSource.query<unknown[]>('select from application_arrivals limit 1')).length > 0
  }

  async #take(manager: EntityManager, id: string): Promise<number> {
    const [taken] = await manager.query<{ application_ids: string[] }[]>(
      `with taken as (delete from application_arrivals where id = $1 returning application_ids) select application_ids from taken`,
      [id],
    )
    if (taken) await this.#ask(manager, taken.application_ids)
    return taken ? 1 : 0
  }

  /**
   * Whoever has confirmed meanwhile needs no such mail, and whoever has had it gets no other. A withdrawal is no reason: before the proof anybody can have
   * withdrawn what she finds under her own address.
   */
  async #ask(manager: EntityManager, ids: readonly string[]): Promise<void> {
    const where = { id: In([...ids]), confirmedAt: IsNull(), shadowOf: IsNull() }
    const applications = await manager.find(Application, { where, order: { id: 'ASC' } })
    const [first] = applications
    if (!first) return
    await this.mails.askFirst(manager, await this.events.byId(manager, first.organizationId, first.eventId), applications)
  }
}
