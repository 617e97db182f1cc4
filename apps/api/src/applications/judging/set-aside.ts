import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Transactions } from '../../database/index.js'
import { Conflict, Invalid, type Membership } from '../../http/index.js'
import type { AsideReason, SetAsideDto } from '../dto/judging.dto.js'
import { KeepList } from '../list/keep-list.js'
import { type Judged, type Judging, JudgingDoor } from './judging-door.js'
import { type JudgedApplication, Judgements } from './judgements.js'
import { JudgingMails } from './judging-mails.js'

export interface AsideAct {
  readonly kind: 'set-aside' | 'merged'
  readonly reason: AsideReason
  readonly note: string | null
}

/** The team takes applications out before the list is frozen, for a reason that is published beside their tickets. */
@Injectable()
export class SetAside {
  constructor(
    private readonly transactions: Transactions,
    private readonly door: JudgingDoor,
    private readonly judgements: Judgements,
    private readonly mails: JudgingMails,
    private readonly list: KeepList,
  ) {}

  /** Answers the id of the decision. */
  async run(member: Membership, eventId: string, { applicationIds, setId, reason, note }: SetAsideDto): Promise<string> {
    const id = await this.transactions.run(async (manager) => {
      const judging = await this.door.hold(manager, member, eventId)
      if (applicationIds.length === 0) throw new Invalid([{ path: 'applicationIds', code: 'judging:nobody' }])
      if (reason === 'other' && !note) throw new Invalid([{ path: 'note', code: 'judging:noteMissing' }])
      const judged = await this.door.takePart(manager, eventId, applicationIds)
      if (setId) await refuseChanged(manager, setId, applicationIds)
      if (reason === 'duplicate') await refuseAll(manager, applicationIds)
      return this.put(manager, member, judging, { kind: 'set-aside', reason, note: note || null }, judged)
    })
    await this.list.catchUp(eventId)
    return id
  }

  /** Sets these aside, which the caller holds, and tells them; `others` belong to the same decision. */
  async put(
    manager: EntityManager,
    member: Membership,
    judging: Judging,
    act: AsideAct,
    judged: readonly Judged[],
    others: readonly JudgedApplication[] = [],
  ): Promise<string> {
    await manager.query(
      'update applications set set_aside_at = $2, set_aside_reason = $3, version = version + 1 where id = any($1::uuid[])',
      [judged.map(({ id }) => id), judging.now, act.reason],
    )
    const aside = judged.map(({ id }) => ({ id, role: 'aside' as const, before: { setAside: false }, after: { setAside: true } }))
    const judgement = await this.judgements.keep(manager, member, judging, act, [...others, ...aside])
    await this.mails.setAside(manager, judging.event, judgement, judged)
    return judgement.id
  }
}

/** Once a set has changed its members are not those who were compared. */
async function refuseChanged(manager: EntityManager, setId: string, ids: readonly string[]): Promise<void> {
  const members = await manager.query<object[]>('select from likeness_members where set_id = $1 and application_id = any($2::uuid[])', [
    setId,
    ids,
  ])
  if (members.length < new Set(ids).size) throw new Conflict('judging:changed')
}

/** Of people who applied more than once one application stays: two organizers at once must not set aside both. */
async function refuseAll(manager: EntityManager, ids: readonly string[]): Promise<void> {
  const emptied = await manager.query<object[]>(
    `select from likeness_members member join applications on applications.id = member.application_id
     where set_id in (select set_id from likeness_members where application_id = any($1::uuid[]))
     group by set_id
     having bool_and(applications.id = any($1::uuid[]) or withdrawn_at is not null or set_aside_at is not null)`,
    [ids],
  )
  if (emptied.length > 0) throw new Conflict('judging:nobodyLeft')
}
