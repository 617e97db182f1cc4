import { isDeepStrictEqual } from 'node:util'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditLog } from '../../audit/index.js'
import { Transactions } from '../../database/index.js'
import { Conflict, type Membership } from '../../http/index.js'
import { Application } from '../application.entity.js'
import { noteKept } from '../likeness/keep-likenesses.js'
import { KeepList, lockList } from '../list/keep-list.js'
import { type Judged, JudgingDoor } from './judging-door.js'
import { type JudgedApplication, Judgements, type StoredJudgement } from './judgements.js'
import { JudgingMails } from './judging-mails.js'

type Kept = Pick<Application, 'answers' | 'tags' | 'country'>

/** A decision is taken back, until the list is frozen. */
@Injectable()
export class UndoJudgement {
  constructor(
    private readonly transactions: Transactions,
    private readonly door: JudgingDoor,
    private readonly judgements: Judgements,
    private readonly mails: JudgingMails,
    private readonly audit: AuditLog,
    private readonly list: KeepList,
  ) {}

  async run(member: Membership, eventId: string, id: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const { event, now } = await this.door.hold(manager, member, eventId)
      const judgement = await this.judgements.lock(manager, eventId, id)
      if (judgement.undone_at !== null) throw new Conflict('judging:undone')
      await manager.query('update judgements set undone_at = $2, undone_by = $3 where id = $1', [id, now, member.userId])
      const applications = await this.judgements.applicationsOf(manager, id)
      if (judgement.kind === 'kept') await this.#openAgain(manager, eventId, applications)
      const stays = applications.find(({ role }) => role === 'stays')
      if (stays) await giveBack(manager, stays)
      await this.mails.takenBack(manager, event, judgement, await takeIn(manager, judgement, applications))
      await this.audit.recordMany(
        manager,
        { organizationId: member.organizationId, eventId, userId: member.userId, action: 'application.judged-undone' },
        applications.map((one) => ({ subject: one.id, before: { judgement: id, role: one.role }, after: {} })),
      )
    })
    await this.list.catchUp(eventId)
  }

  async #openAgain(manager: EntityManager, eventId: string, applications: readonly JudgedApplication[]): Promise<void> {
    await lockList(manager, eventId)
    const sets = await manager.query<{ id: string }[]>(
      'select distinct set_id as id from likeness_members where application_id = any($1::uuid[])',
      [applications.map(({ id }) => id)],
    )
    await noteKept(
      manager,
      sets.map(({ id }) => id),
    )
  }
}

/** Those whom this decision has set aside take part again, unless they have withdrawn meanwhile. Answers whom to tell. */
async function takeIn(
  manager: EntityManager,
  { at }: StoredJudgement,
  applications: readonly JudgedApplication[],
): Promise<readonly Judged[]> {
  const [rows] = await manager.query<[(Judged & { readonly withdrawn: boolean })[], number]>(
    `update applications set set_aside_at = null, set_aside_reason = null, version = version + 1
     where id = any($1::uuid[]) and set_aside_at = $2
     returning id, name, confirmed_at is not null as confirmed, withdrawn_at is not null as withdrawn`,
    [applications.filter(({ role }) => role === 'aside').map(({ id }) => id), at],
  )
  return rows.filter(({ withdrawn }) => !withdrawn)
}

/** What a merge has brought goes again, where nobody has changed it since. */
async function giveBack(manager: EntityManager, { id, before, after }: JudgedApplication): Promise<void> {
  const now = await manager.findOneOrFail(Application, { where: { id }, lock: { mode: 'pessimistic_write' } })
  const [was, became] = [before as Kept, after as Kept]
  const answers = Object.fromEntries(
    Object.keys({ ...was.answers, ...now.answers }).flatMap((question) => {
      const untouched = isDeepStrictEqual(now.answers[question], became.answers[question])
      const answer = untouched ? was.answers[question] : now.answers[question]
      return answer === undefined ? [] : [[question, answer]]
    }),
  )
  const brought = became.tags.filter((tag) => !was.tags.includes(tag))
  const country = now.country === became.country ? was.country : now.country
  const tags = now.tags.filter((tag) => !brought.includes(tag))
  await manager.update(Application, { id }, { answers, tags, country, version: now.version + 1 })
}
