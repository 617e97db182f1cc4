import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Answer } from '#forms'
import { Transactions } from '../../database/index.js'
import { type Event, Events, type Question } from '../../events/index.js'
import { Conflict, type FieldError, Invalid, type Membership } from '../../http/index.js'
import { Application } from '../application.entity.js'
import { mostTags } from '../dto/application-tags.dto.js'
import type { MergeDto } from '../dto/judging.dto.js'
import { readChangedAnswers } from '../form-answers.js'
import { KeepList } from '../list/keep-list.js'
import { closedAnswers, closedTags } from '../pool-doors.js'
import { type Judging, JudgingDoor } from './judging-door.js'
import { SetAside } from './set-aside.js'

type Changed = Pick<Application, 'answers' | 'tags' | 'country'>

/** One person applied more than once: one application stays, with what the team takes over from the others. Its ticket and its group stay what they are. */
@Injectable()
export class MergeApplications {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly door: JudgingDoor,
    private readonly aside: SetAside,
    private readonly list: KeepList,
  ) {}

  /** Answers the id of the decision. */
  async run(member: Membership, eventId: string, input: MergeDto): Promise<string> {
    const { staysId, asideIds, note } = input
    const id = await this.transactions.run(async (manager) => {
      const judging = await this.door.hold(manager, member, eventId)
      if (asideIds.length === 0) throw new Invalid([{ path: 'asideIds', code: 'judging:nobody' }])
      if (asideIds.includes(staysId)) throw new Invalid([{ path: 'asideIds', code: 'judging:staysAside' }])
      const judged = await this.door.takePart(manager, eventId, [staysId, ...asideIds])
      const stays = await manager.findOneByOrFail(Application, { id: staysId })
      const before: Changed = { answers: stays.answers, tags: stays.tags, country: stays.country }
      const after = await this.#changed(manager, judging, stays, input)
      await manager.update(Application, { id: staysId }, { ...after, version: stays.version + 1 })
      return this.aside.put(
        manager,
        member,
        judging,
        { kind: 'merged', reason: 'duplicate', note: note || null },
        judged.filter((one) => one.id !== staysId),
        [{ id: staysId, role: 'stays', before, after }],
      )
    })
    await this.list.catchUp(eventId)
    return id
  }

  /** What the application that stays becomes; what decides about seats whose applications have closed stays as it was. */
  async #changed(manager: EntityManager, { event, now }: Judging, stays: Application, input: MergeDto): Promise<Changed> {
    const others = await manager.query<Pick<Application, 'id' | 'answers' | 'tags'>[]>(
      'select id, answers, tags from applications where id = any($1::uuid[]) order by id',
      [input.asideIds],
    )
    const tags = unitedTags(event, stays, others, now)
    const questions = await this.events.questionsOf(manager, event.id, 'application')
    if (input.answers.length === 0) return { answers: stays.answers, tags, country: stays.country }
    const taken = takenAnswers(questions, others, input)
    const { answers, errors } = readChangedAnswers(questions, stays.answers, taken)
    const problems = [...errors, ...closedAnswers(event.policy, stays, { ...stays, answers }, now)]
    if (problems.length > 0) throw new Invalid(problems)
    const country = answers[questions.find(({ type }) => type === 'country')?.id ?? '']
    return { answers, tags, country: typeof country === 'string' ? country : null }
  }
}

function unitedTags({ policy }: Event, stays: Application, others: readonly Pick<Application, 'tags'>[], now: Date): string[] {
  const closed = closedTags(policy, now)
  const taken = others.flatMap(({ tags }) => tags).filter((tag) => !closed.includes(tag))
  const tags = [...new Set([...stays.tags, ...taken])].toSorted()
  if (tags.length > mostTags) throw new Conflict('judging:tooManyTags', { max: mostTags })
  return tags
}

/** Files belong to the application that they were sent with, and go with it. */
function takenAnswers(
  questions: readonly Question[],
  others: readonly Pick<Application, 'id' | 'answers'>[],
  { answers: wanted }: MergeDto,
): Record<string, Answer> {
  const errors: FieldError[] = []
  const taken = wanted.flatMap(({ questionId, applicationId }, index): [string, Answer][] => {
    const type = questions.find(({ id }) => id === questionId)?.type
    const answer = others.find(({ id }) => id === applicationId)?.answers[questionId]
    if (answer !== undefined && type !== undefined && type !== 'file') return [[questionId, answer]]
    errors.push({ path: `answers.${index}`, code: type === 'file' ? 'judging:fileStays' : 'judging:noAnswer' })
    return []
  })
  if (errors.length > 0) throw new Invalid(errors)
  return Object.fromEntries(taken)
}
