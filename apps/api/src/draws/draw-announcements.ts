import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock, newId, Transactions } from '../database/index.js'
import { type Event, Events } from '../events/index.js'
import { oneByOne } from '../jobs/index.js'
import { Draw } from './draw.entity.js'

/** How many people one transaction writes to. */
const batchSize = 1000

/** A batch of people to be told, after the last one that was: queues their mails and answers who comes last in it, or null when nobody is left. */
export type TellBatch = (manager: EntityManager, draw: Draw, event: Event, after: string, batchSize: number) => Promise<string | null>

interface OpenAnnouncement {
  readonly id: string
  readonly draw_id: string
  readonly name: string
  readonly told_until: string
}

/**
 * News for everybody in a draw. It is noted in the transaction that makes it true and told after the commit, in batches that
 * each keep in the database how far they came: a process that dies in one has told nobody in it, and the next goes on there.
 */
@Injectable()
export class DrawAnnouncements {
  readonly #tellers = new Map<string, TellBatch>()

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  /** Call it in onModuleInit. A batch may be told again after a failure, so its mails need keys that stay. */
  register(name: string, tell: TellBatch): void {
    this.#tellers.set(name, tell)
  }

  /** Has everybody told once the caller's transaction is committed, after what was begun earlier for the same draw. */
  async begin(manager: EntityManager, draw: Draw, name: string): Promise<void> {
    await manager.query('insert into draw_announcements (id, draw_id, organization_id, name) values ($1, $2, $3, $4)', [
      newId(),
      draw.id,
      draw.organizationId,
      name,
    ])
  }

  /** Tells a batch of the oldest news of each draw; answers how many batches. */
  async runDue(): Promise<number> {
    return oneByOne(await this.#open(), ({ id }) => this.transactions.run((manager) => this.#tell(manager, id)))
  }

  async #open(): Promise<OpenAnnouncement[]> {
    return this.transactions.run((manager) =>
      manager.query(
        `select id from draw_announcements news where finished_at is null
           and not exists (select from draw_announcements earlier where earlier.draw_id = news.draw_id and earlier.id < news.id and earlier.finished_at is null)
         order by id limit 20`,
      ),
    )
  }

  /** Another process may have told it meanwhile, and nobody is told news of an event that has been cancelled. */
  async #tell(manager: EntityManager, id: string): Promise<number> {
    const [news] = await manager.query<OpenAnnouncement[]>(
      'select id, draw_id, name, told_until from draw_announcements where id = $1 and finished_at is null for update skip locked',
      [id],
    )
    if (!news) return 0
    const tell = this.#tellers.get(news.name)
    if (!tell) throw new Error(`Nobody here knows how to tell "${news.name}".`)
    const draw = await manager.findOneByOrFail(Draw, { id: news.draw_id })
    const event = await this.events.hold(manager, draw.organizationId, draw.eventId)
    const last = event.cancelledAt === null ? await tell(manager, draw, event, news.told_until, batchSize) : null
    if (last === null)
      await manager.query('update draw_announcements set finished_at = $2 where id = $1', [id, await this.clock.now(manager)])
    else await manager.query('update draw_announcements set told_until = $2 where id = $1', [id, last])
    return 1
  }
}
