import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ticketNumber } from '#draw'
import { isDatabaseAway, Transactions } from '../../database/index.js'
import type { Event } from '../../events/index.js'
import { type Claim, DomainError, Idempotency, Invalid } from '../../http/index.js'
import type { Application } from '../application.entity.js'
import { ApplicationRepository } from '../application.repository.js'
import { ApplicationTokens } from '../application-tokens.js'
import { ConfirmationMails, type Received } from '../confirmation-mails.js'
import type { ReceiptDto } from '../dto/receipt.dto.js'
import type { SolvedEffort } from '../effort/effort-challenges.js'
import { EffortGate } from '../effort/effort-gate.js'
import { SpentEfforts } from '../effort/spent-efforts.js'
import type { Gate } from '../event-gate.js'
import { AnswerFiles, fileIds } from '../files/answer-files.js'
import { Companions } from '../groups/companions.js'
import { Receipts } from '../receipts.js'
import type { Outcome } from './batches.js'
import { type OpenEvent, OpenEvents } from './open-events.js'
import { ReadSubmission } from './read-submission.js'
import type { Submission } from './submission.js'

/** A submission that has been read, and the answer that it gets when it is received. */
interface Entry extends Received {
  readonly submission: Submission
  readonly answer: ReceiptDto
}

type Outcomes = Map<Submission, Outcome<ReceiptDto>>

/** Receives many applications for one event in one transaction. */
@Injectable()
export class ReceiveApplications {
  constructor(
    private readonly transactions: Transactions,
    private readonly open: OpenEvents,
    private readonly reader: ReadSubmission,
    private readonly applications: ApplicationRepository,
    private readonly tokens: ApplicationTokens,
    private readonly receipts: Receipts,
    private readonly mails: ConfirmationMails,
    private readonly companions: Companions,
    private readonly files: AnswerFiles,
    private readonly idempotency: Idempotency,
    private readonly spent: SpentEfforts,
    private readonly effort: EffortGate,
  ) {}

  /**
   * What becomes of each; those whose key another request has taken have no outcome. One that the database refuses fails alone: the batch is
   * tried again in halves until it stands by itself.
   */
  async run(address: string, admitted: ReadonlyMap<Submission, SolvedEffort | null>): Promise<Outcomes> {
    const submissions = [...admitted.keys()]
    if (submissions.length === 0) return new Map()
    try {
      return await this.transactions.run((manager) => this.#receive(manager, address, admitted))
    } catch (error) {
      if (submissions.length === 1 || concernsAll(error)) return new Map(submissions.map((submission) => [submission, { error }]))
      const middle = Math.ceil(submissions.length / 2)
      const [first, rest] = [[...admitted].slice(0, middle), [...admitted].slice(middle)]
      return new Map([...(await this.run(address, new Map(first))), ...(await this.run(address, new Map(rest)))])
    }
  }

  async #receive(manager: EntityManager, address: string, admitted: ReadonlyMap<Submission, SolvedEffort | null>): Promise<Outcomes> {
    const open = await this.open.hold(manager, address)
    const outcomes: Outcomes = new Map()
    const read = await this.#withFiles(manager, open, this.#read(open, [...admitted.keys()], outcomes), outcomes)
    const fresh = await this.#withFreshEffort(manager, address, admitted, await this.#withKey(manager, open, read), outcomes)
    const entries = await this.#group(manager, open, fresh)
    await this.#write(manager, open, entries)
    await this.#claimFiles(manager, open, entries)
    for (const { submission, answer } of entries) outcomes.set(submission, { answer })
    return outcomes
  }

  #read({ event, questions, gate }: OpenEvent, submissions: readonly Submission[], outcomes: Outcomes): Entry[] {
    return submissions.flatMap((submission) => {
      try {
        const application = this.reader.read(event, questions, gate, submission)
        const receipt = this.receipts.of(application)
        return [{ submission, application, receipt, answer: this.#answer({ application, receipt }, gate) }]
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

  /** Those whose idempotency key is theirs now. Before anything else is written: whoever waits for a key must hold nothing that its owner needs. */
  async #withKey(manager: EntityManager, { gate: { now } }: OpenEvent, entries: readonly Entry[]): Promise<Entry[]> {
    const answers = entries.flatMap(({ submission: { claim }, answer }) =>
      claim ? [[claim, { status: 201, body: JSON.stringify(answer) }] as const] : [],
    )
    const taken: ReadonlySet<Claim> = await this.idempotency.takeMany(manager, new Map(answers), now)
    return entries.filter(({ submission: { claim } }) => claim === undefined || taken.has(claim))
  }

  /** Without those whose solution has opened the door before: their keys are free again. */
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
    if (used.length === 0) return entries
    await this.idempotency.releaseMany(
      manager,
      used.flatMap(([{ claim }]) => claim ?? []),
    )
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

  /** The first application of a mailbox counts; later ones are kept as its shadows, of which only its owner hears. */
  async #write(manager: EntityManager, { event, letterhead }: OpenEvent, entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return
    const first = await this.applications.insertFirst(
      manager,
      entries.map(({ application }) => application),
    )
    const received = entries.filter(({ application: { id } }) => first.has(id))
    if (received.length > 0) await this.mails.askFirst(manager, event, letterhead, received)
    for (const { application } of entries) if (!first.has(application.id)) await this.#shadow(manager, event, application)
  }

  async #shadow(manager: EntityManager, event: Event, application: Application): Promise<void> {
    const owner = await this.applications.ofAddress(manager, event.id, application.emailKey)
    if (!owner) throw new Error(`Application ${application.id} could not be kept, and there is no other of its address.`)
    await this.applications.insertShadow(manager, { ...application, shadowOf: owner.id })
    await this.mails.appliedAgain(manager, event, owner, application)
  }

  #answer({ application, receipt }: Received, { closesAt }: Gate): ReceiptDto {
    return {
      ticketId: application.ticketId,
      ticketNumber: ticketNumber(application.ticketId),
      name: application.name,
      email: application.email,
      receivedAt: application.receivedAt.toISOString(),
      personalUrl: this.tokens.personalUrl(application),
      closesAt: closesAt.toISOString(),
      receipt,
    }
  }
}

/** The event is closed, or the database is away: halves would fare no better. */
function concernsAll(error: unknown): boolean {
  return error instanceof DomainError || isDatabaseAway(error)
}
