import { Injectable } from '@nestjs/common'
import { Transactions } from '../../database/index.js'
import { type Membership, NotFound } from '../../http/index.js'
import { noteKept } from '../likeness/keep-likenesses.js'
import { lockList } from '../list/keep-list.js'
import { JudgingDoor } from './judging-door.js'
import { Judgements } from './judgements.js'

/** The team has looked: these are different people. Their set does not come back unless somebody new joins it. */
@Injectable()
export class KeepApart {
  constructor(
    private readonly transactions: Transactions,
    private readonly door: JudgingDoor,
    private readonly judgements: Judgements,
  ) {}

  /** Answers the id of the decision. */
  async run(member: Membership, eventId: string, setId: string, note: string): Promise<string> {
    return this.transactions.run(async (manager) => {
      const judging = await this.door.hold(manager, member, eventId)
      await lockList(manager, eventId)
      const members = await manager.query<{ id: string }[]>(
        `select application_id as id from likeness_members join likeness_sets on likeness_sets.id = set_id
         where set_id = $2 and event_id = $1 order by application_id`,
        [eventId, setId],
      )
      if (members.length === 0) throw new NotFound()
      const kept = members.map(({ id }) => ({ id, role: 'kept' as const }))
      const { id } = await this.judgements.keep(manager, member, judging, { kind: 'kept', reason: null, note }, kept)
      await noteKept(manager, [setId])
      return id
    })
  }
}
