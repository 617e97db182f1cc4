import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { isDatabaseAway, Transactions } from '../../database/index.js'
import { DomainError, Invalid } from '../../http/index.js'
import type { Application } from '../application.entity.js'
import { ApplicationRepository } from '../application.repository.js'
import { ApplicationTokens } from '../application-tokens.js'
import { ConfirmationMails } from '../confirmation-mails.js'
import type { SolvedEffort } from '../effort/effort-challenges.js'
import { EffortGate } from '../effort/effort-gate.js'
import { SpentEfforts } from '../effort/spent-efforts.js'
import type { Gate } from '../event-gate.js'
import { AnswerFiles, fileIds } from '../files/answer-files.js'
import { Companions } from '../groups/companions.js'
import type { Outcome } from './batches.js'
import { type OpenEvent, OpenEvents } from './open-events.js'
import { ReadSubmission } from './read-submission.js'
import { receiptOf } from './receipt-of.js'
import { ReceiveAtOnce } from './receive-at-once.js'
import { ReceivedBefore } from './received-before.js'
import type { Received, Submission } from './submission.js'

/** A submission that has been read. */
interface Entry {
  readonly submission: Submission
  readonly application: Application
}

type Outcomes = Map<Submission, Outcome<Received>>

/** Receives many applications for one event in one transaction. */
@Injectable()
export class ReceiveApplications {
  constructor(
    private readonly transactions: Transactions,
    private readonly atOnce: ReceiveAtOnce,
    private readonly open: OpenEvents,
    private readonly reader: ReadSubmission,
    private readonly applications: ApplicationRepository,
    private readonly tokens: ApplicationTokens,
    private readonly mails: ConfirmationMails,
    private readonly companions: Companions,
    private readonly files: AnswerFiles,
    private readonly before: ReceivedBefore,
    private readonly spent: SpentEfforts,
    private readonly effort: EffortGate,
  ) {}

  /**
   * What becomes of each. One that the database refuses fails alone: the batch is tried again in halves until it stands by itself.
   */
  async run(address: string, admitted: ReadonlyMap<Submission, SolvedEffort | null>): Promise<Outcomes> {
    const settled = await this.atOnce.run(address, admitted)
    const rest = [...admitted].filter(([submission]) => !settled.has(submission))
    return rest.length === 0 ? settled : new Map([...settled, ...(await this.#stepByStep(address, new Map(rest)))])
  }

  async #stepByStep(address: string, admitted: ReadonlyMap<Submission, SolvedEffort | null>): Promise<Outcomes> {
    const submissions = [...admitted.keys()]
    if (submissions.length === 0) return new Map()
    try {
      return await this.transactions.run((manager) => this.#receive(manager, address, admitted))
    } catch (error) {
      if (submissions.length === 1 || concernsAll(error)) return new Map(submissions.map((submission) => [submission, { error }]))
      const middle = Math.ceil(submissions.length / 2)
      const [first, rest] = [[...admitted].slice(0, middle), [...admitted].slice(middle)]
      return new Map([...(await this.#stepByStep(address, new Map(first))), ...(await this.#stepByStep(address, new Map(rest)))])
    }
  }

  async #receive(manager: EntityManager, address: string, admitted: ReadonlyMap<Submission, SolvedEffort | null>): Promise<Outcomes> {
    const open = await this.open.hold(manager, address)
    const outcomes: Outcomes = new Map()
    const read = await this.#withFiles(manager, open, this.#read(open, [...admitted.keys()], outcomes), outcomes)
    const fresh = await this.#withFreshEffort(manager, address, admitted, read, outcomes)
    const entries = await this.#group(manager, open, fresh)
    await this.#claimFiles(manager, open, await this.#write(manager, open, entries, outcomes))
    return outcomes
  }

  #read({ event, questions, gate }: OpenEvent, submissions: readonly Submission[], outcomes: Outcomes): Entry[] {
    return submissions.flatMap((submission) => {
      try {
        return [{ submission, application: this.reader.read(event, questions, gate.now, submission) }]
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        outcomes.set(submission, { error })
        return []
      }
    })
  }

  /** Those whose files are there and fit; most forms ask for none, and then nothing is looked up. */
  async #withFiles(
    manager: EntityManager,
    { event: { id }, questions }: OpenEvent,
    entries: readonly Entry[],
    outcomes: Outcomes,
  ): Promise<Entry[]> {
    const right: Entry[] = []
    const taken = new Set<string>()
    for (const entry of entries) {
      const { answers } = entry.application
      const problems = await this.files.problems(manager, id, questions, null, answers)
      const twice = fileIds(questions, answers).some((file) => taken.has(file))
      if (twice) problems.push({ path: 'answers', code: 'forms:fileUsed' })
      if (problems.length > 0) outcomes.set(entry.submission, { error: new Invalid(problems) })
      else right.push(entry)
      for (const file of fileIds(questions, answers)) taken.add(file)
    }
    return right
  }

  async #claimFiles(manager: EntityManager, { event: { id }, questions }: OpenEvent, entries: readonly Entry[]): Promise<void> {
    for (const { application } of entries) await this.files.claim(manager, id, questions, application.id, application.answers)
  }

  /** Without those whose solution has opened the door before. */
  async #withFreshEffort(
    manager: EntityManager,
    address: string,
    admitted: ReadonlyMap<Submission, SolvedEffort | null>,
    entries: readonly Entry[],
    outcomes: Outcomes,
  ): Promise<readonly Entry[]> {
    const efforts = new Map(
      entries.flatMap(({ submission }) => {
        const solved = admitted.get(submission)
        return solved ? [[submission, solved] as const] : []
      }),
    )
    const fresh = await this.spent.take(manager, efforts)
    const used = [...efforts].filter(([submission]) => !fresh.has(submission))
    for (const [submission, { level }] of used) outcomes.set(submission, { error: await this.effort.anew(address, submission, level) })
    return entries.filter(({ submission }) => !efforts.has(submission) || fresh.has(submission))
  }

  /** Who applies together with others comes in a batch of her own. */
  async #group(manager: EntityManager, { event, gate }: OpenEvent, entries: readonly Entry[]): Promise<Entry[]> {
    const grouped: Entry[] = []
    for (const entry of entries) {
      const group = await this.companions.roomFor(manager, event.id, gate, entry.submission.input.together)
      const membership = group === null ? {} : { groupId: group.id, groupJoinedAt: gate.now }
      grouped.push({ ...entry, application: { ...entry.application, ...membership } })
    }
    return grouped
  }

  /**
   * Keeps the applications and answers which those are. The first of a mailbox counts; later ones are kept as its shadows, of which only its owner
   * hears. A request that has made an application already is answered and makes no other.
   */
  async #write(manager: EntityManager, open: OpenEvent, entries: readonly Entry[], outcomes: Outcomes): Promise<readonly Entry[]> {
    if (entries.length === 0) return []
    const first = await this.applications.insertFirst(manager, await this.#applicationsOf(manager, open, entries))
    await this.applications.noteArrivals(manager, open.event.id, first)
    for (const { submission, application } of entries)
      outcomes.set(submission, { answer: this.#answer(submission, application, open.gate) })
    if (first.size === entries.length) return entries
    const again = entries.filter(({ application: { id } }) => !first.has(id))
    const shadows = await this.#again(manager, open, again, outcomes)
    return [...entries.filter((entry) => !again.includes(entry)), ...shadows]
  }

  async #applicationsOf(manager: EntityManager, { event, hasEarlierFans }: OpenEvent, entries: readonly Entry[]): Promise<Application[]> {
    const applications = entries.map(({ application }) => application)
    if (!hasEarlierFans) return applications
    const fans = await this.applications.knownFans(event, applications, manager)
    return applications.map((application) => ({ ...application, knownFan: fans.has(application.emailKey) }))
  }

  /** In the order of the mailboxes, so that two transactions never wait for each other. Answers those that were kept. */
  async #again(manager: EntityManager, { event }: OpenEvent, entries: readonly Entry[], outcomes: Outcomes): Promise<Entry[]> {
    const shadows: Entry[] = []
    for (const entry of entries.toSorted(byMailbox)) {
      const { submission, application } = entry
      const owner = await this.applications.lockOfAddress(manager, event.id, application.emailKey)
      const known = (await this.before.among([submission], manager)).get(submission)
      if (known) {
        outcomes.set(submission, known)
        continue
      }
      if (!owner) throw new Error(`Application ${application.id} could not be kept, and there is no other of its address.`)
      await this.applications.insertShadow(manager, { ...application, shadowOf: owner.id })
      await this.mails.appliedAgain(manager, event, owner, application)
      shadows.push(entry)
    }
    return shadows
  }

  #answer(submission: Submission, application: Application, { closesAt }: Gate): Received {
    return { receipt: receiptOf(submission, application, closesAt, this.tokens), replayed: false }
  }
}

function byMailbox({ application: one }: Entry, { application: other }: Entry): number {
  return one.emailKey < other.emailKey ? -1 : Number(one.emailKey > other.emailKey)
}

/** The event is closed, or the database is away: halves would fare no better. */
function concernsAll(error: unknown): boolean {
  return error instanceof DomainError || isDatabaseAway(error)
}
