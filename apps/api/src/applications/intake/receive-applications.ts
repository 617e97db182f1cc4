import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ticketNumber } from '#draw'
import { isDatabaseAway, Transactions } from '../../database/index.js'
import { type Event, Events } from '../../events/index.js'
import { type Claim, DomainError, Idempotency, NotFound } from '../../http/index.js'
import type { Application } from '../application.entity.js'
import { ApplicationRepository } from '../application.repository.js'
import { ApplicationTokens } from '../application-tokens.js'
import { ConfirmationMails, type Received } from '../confirmation-mails.js'
import type { ReceiptDto } from '../dto/receipt.dto.js'
import { EventGate, type Gate } from '../event-gate.js'
import { Companions } from '../groups/companions.js'
import { Receipts } from '../receipts.js'
import type { Outcome } from './batches.js'
import { EventForm } from './event-form.js'
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
    private readonly events: Events,
    private readonly gate: EventGate,
    private readonly form: EventForm,
    private readonly reader: ReadSubmission,
    private readonly applications: ApplicationRepository,
    private readonly tokens: ApplicationTokens,
    private readonly receipts: Receipts,
    private readonly mails: ConfirmationMails,
    private readonly companions: Companions,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * What becomes of each; those whose key another request has taken have no outcome. One that the database refuses fails alone: the batch is
   * tried again in halves until it stands by itself.
   */
  async run(address: string, submissions: readonly Submission[]): Promise<Outcomes> {
    if (submissions.length === 0) return new Map()
    try {
      return await this.transactions.run((manager) => this.#receive(manager, address, submissions))
    } catch (error) {
      if (submissions.length === 1 || concernsAll(error)) return new Map(submissions.map((submission) => [submission, { error }]))
      const middle = Math.ceil(submissions.length / 2)
      const first = await this.run(address, submissions.slice(0, middle))
      return new Map([...first, ...(await this.run(address, submissions.slice(middle)))])
    }
  }

  async #receive(manager: EntityManager, address: string, submissions: readonly Submission[]): Promise<Outcomes> {
    const { event, gate } = await this.#holdOpen(manager, address)
    const outcomes: Outcomes = new Map()
    const read = await this.#read(manager, event, gate, submissions, outcomes)
    const entries = await this.#group(manager, event, gate, await this.#withKey(manager, gate, read))
    await this.#write(manager, event, entries)
    for (const { submission, answer } of entries) outcomes.set(submission, { answer })
    return outcomes
  }

  /** The event as it is while it is held open. It may have been changed just before. */
  async #holdOpen(manager: EntityManager, address: string): Promise<{ event: Event; gate: Gate }> {
    const [organizationSlug = '', eventSlug = ''] = address.split('/')
    const found = await this.events.bySlugs(manager, organizationSlug, eventSlug)
    if (!found) throw new NotFound()
    const gate = await this.gate.holdOpen(manager, found.event)
    if (gate.version === found.event.version) return { event: found.event, gate }
    return { event: await this.events.byId(manager, found.event.organizationId, found.event.id), gate }
  }

  async #read(manager: EntityManager, event: Event, gate: Gate, submissions: readonly Submission[], outcomes: Outcomes): Promise<Entry[]> {
    const questions = await this.form.questionsOf(manager, event)
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

  /** Those whose idempotency key is theirs now. Before anything else is written: whoever waits for a key must hold nothing that its owner needs. */
  async #withKey(manager: EntityManager, { now }: Gate, entries: readonly Entry[]): Promise<Entry[]> {
    const answers = entries.flatMap(({ submission: { claim }, answer }) =>
      claim ? [[claim, { status: 201, body: JSON.stringify(answer) }] as const] : [],
    )
    const taken: ReadonlySet<Claim> = await this.idempotency.takeMany(manager, new Map(answers), now)
    return entries.filter(({ submission: { claim } }) => claim === undefined || taken.has(claim))
  }

  /** Who applies together with others comes in a batch of her own. */
  async #group(manager: EntityManager, event: Event, gate: Gate, entries: readonly Entry[]): Promise<Entry[]> {
    const grouped: Entry[] = []
    for (const entry of entries) {
      const group = await this.companions.roomFor(manager, event.id, gate, entry.submission.input.together)
      const membership = group === null ? {} : { groupId: group.id, groupJoinedAt: gate.now }
      grouped.push({ ...entry, application: { ...entry.application, ...membership } })
    }
    return grouped
  }

  /** The first application of an address counts; later ones are kept as its shadows. Either way the address gets a mail, and only its owner learns which. */
  async #write(manager: EntityManager, event: Event, entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return
    const first = await this.applications.insertFirst(
      manager,
      entries.map(({ application }) => application),
    )
    const received = entries.filter(({ application: { id } }) => first.has(id))
    if (received.length > 0) await this.mails.askFirst(manager, event, received)
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
