import { Injectable } from '@nestjs/common'
import { DomainError } from '../../http/index.js'
import { Clock, isDatabaseAway } from '../../database/index.js'
import type { Application } from '../application.entity.js'
import { ApplicationRepository } from '../application.repository.js'
import { ApplicationTokens } from '../application-tokens.js'
import type { SolvedEffort } from '../effort/effort-challenges.js'
import { fileIds } from '../files/answer-files.js'
import { nextDoor } from '../pool-doors.js'
import type { Outcome } from './batches.js'
import { type ClosingEvent, OpenEvents } from './open-events.js'
import { ReadSubmission } from './read-submission.js'
import { receiptOf } from './receipt-of.js'
import type { Received, Submission } from './submission.js'

type Outcomes = Map<Submission, Outcome<Received>>

/**
 * Receives applications with a single statement, which is all that nearly every one of a rush needs: nothing is asked of other tables, and the
 * statement holds the event's door for as long as it runs. It decides nothing by itself: what it does not settle is received step by step.
 */
@Injectable()
export class ReceiveAtOnce {
  constructor(
    private readonly clock: Clock,
    private readonly open: OpenEvents,
    private readonly reader: ReadSubmission,
    private readonly applications: ApplicationRepository,
    private readonly tokens: ApplicationTokens,
  ) {}

  /** What became of those that it settled: each was kept, or is wrong by the form as the event had it then. */
  async run(address: string, admitted: ReadonlyMap<Submission, SolvedEffort | null>): Promise<Outcomes> {
    const alone = [...admitted].flatMap(([submission, solved]) => (solved === null && !submission.input.together ? [submission] : []))
    if (alone.length === 0) return new Map()
    const known = await this.open.known(address)
    const now = await this.clock.now()
    if (known === null || !isOpen(known, now)) return new Map()
    const { applications, wrong } = this.#read(known, now, alone)
    if (applications.size === 0) return new Map()
    try {
      return await this.#write(known, now, applications, wrong)
    } catch (error) {
      // What one of them is to blame for must not befall the others; what befalls all is tried once.
      if (!isDatabaseAway(error)) return new Map()
      return new Map([...applications.keys()].map((submission) => [submission, { error }]))
    }
  }

  #read({ event, questions }: ClosingEvent, now: Date, submissions: readonly Submission[]) {
    const applications = new Map<Submission, Application>()
    const wrong: Outcomes = new Map()
    for (const submission of submissions)
      try {
        const application = this.reader.read(event, questions, now, submission)
        if (fileIds(questions, application.answers).length === 0) applications.set(submission, application)
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        wrong.set(submission, { error })
      }
    return { applications, wrong }
  }

  async #write(
    { event, hasEarlierFans }: ClosingEvent,
    now: Date,
    read: ReadonlyMap<Submission, Application>,
    wrong: Outcomes,
  ): Promise<Outcomes> {
    const { id: eventId, organizationId, version, closesAt } = event
    const applications = [...read.values()]
    const fans = hasEarlierFans ? await this.applications.knownFans(event, applications) : new Set<string>()
    const until = nextDoor(event.policy, closesAt, now)
    const passed = await this.applications.insertAtTheDoor(
      { organizationId, eventId, version, now, until },
      applications.map((application) => (fans.has(application.emailKey) ? { ...application, knownFan: true } : application)),
    )
    if (passed === undefined) return new Map()
    const outcomes = wrong
    for (const [submission, application] of read)
      if (passed.ids.has(application.id)) {
        const receipt = receiptOf(submission, { ...application, receivedAt: passed.now }, closesAt, this.tokens)
        outcomes.set(submission, { answer: { receipt, replayed: false } })
      }
    return outcomes
  }
}

function isOpen({ event: { opensAt, closesAt, cancelledAt } }: ClosingEvent, now: Date): boolean {
  return cancelledAt === null && opensAt !== null && opensAt <= now && now < closesAt
}
