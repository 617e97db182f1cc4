import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { Transactions } from '../../database/index.js'
import { Events } from '../../events/index.js'
import { Conflict, type Membership } from '../../http/index.js'
import type { SameMailboxCountDto } from '../dto/judging.dto.js'
import { KeepList } from '../list/keep-list.js'
import { JudgingDoor } from './judging-door.js'
import { SetAside } from './set-aside.js'

const mostAtOnce = 5000

interface Extra {
  readonly id: string
  readonly mailbox: string
}

/**
 * Where several applications came from one mailbox, all but one are set aside at once: the first that was confirmed stays, without one the
 * first that came. Only for a mailbox, since whoever reads it is one person; a name or a birthday may be anybody's to type.
 */
@Injectable()
export class SameMailbox {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly door: JudgingDoor,
    private readonly aside: SetAside,
    private readonly list: KeepList,
  ) {}

  /** What would happen. */
  async count({ organizationId }: Membership, eventId: string): Promise<SameMailboxCountDto> {
    await this.events.byId(this.dataSource.manager, organizationId, eventId)
    await this.list.catchUp(eventId)
    const extras = await extraOfMailboxes(this.dataSource.manager, eventId)
    return { mailboxes: new Set(extras.map(({ mailbox }) => mailbox)).size, applications: extras.length }
  }

  /** Answers the id of the decision. */
  async run(member: Membership, eventId: string, note: string | null): Promise<string> {
    const id = await this.transactions.run(async (manager) => {
      const judging = await this.door.hold(manager, member, eventId)
      const extras = await extraOfMailboxes(manager, eventId)
      if (extras.length === 0) throw new Conflict('judging:noMailboxTwice')
      const judged = await this.door.takePart(
        manager,
        eventId,
        extras.map((extra) => extra.id),
      )
      return this.aside.put(manager, member, judging, { kind: 'set-aside', reason: 'duplicate', note }, judged)
    })
    await this.list.catchUp(eventId)
    return id
  }
}

function extraOfMailboxes(manager: EntityManager, eventId: string): Promise<Extra[]> {
  return manager.query<Extra[]>(
    `select id, mailbox from (
       select applications.id, encode(mark, 'hex') as mailbox,
         row_number() over (partition by mark order by confirmed_at nulls last, received_at, applications.id) as place
       from application_likenesses likeness
       join likeness_members member on member.application_id = likeness.application_id
       join applications on applications.id = likeness.application_id
       where likeness.event_id = $1 and kind = 'mailbox' and withdrawn_at is null and set_aside_at is null
         and member.set_id in (select id from likeness_sets where event_id = $1 and kept_by is null and 'mailbox' = any(kinds))
     ) placed where place > 1 order by id limit ${mostAtOnce}`,
    [eventId],
  )
}
