import { Injectable } from '@nestjs/common'
import { isDatabaseAway } from '../../database/index.js'
import { DomainError, Idempotency } from '../../http/index.js'
import type { ReceiptDto } from '../dto/receipt.dto.js'
import { EffortGate } from '../effort/effort-gate.js'
import type { SolvedEffort } from '../effort/effort-challenges.js'
import { RefusalCounts } from '../refusals/refusal-counts.js'
import { type RefusalReason, reasonOfLimit, reasonOfStatus } from '../refusals/refusal-reasons.js'
import { SubmissionLimits } from '../submission-limits.js'
import { Batches, type Outcome } from './batches.js'
import { ReceiveApplications } from './receive-applications.js'
import type { Submission } from './submission.js'

/** Three lanes: while the database writes one batch, the next is read. The line is as long as what is done in a few seconds. */
const limits = { lanes: 3, largest: 128, mostWaiting: 4000, mostCharacters: 64 * 1024 * 1024, longestWaitMs: 4000 }

/** Takes in the applications of a rush: what arrives while one batch is written goes into the next. Holds nothing but requests that wait for their answer. */
@Injectable()
export class Intake {
  readonly #batches = new Batches<Submission, ReceiptDto>(limits, (line, submissions) => this.#run(line, submissions))
  #loners = 0

  constructor(
    private readonly idempotency: Idempotency,
    private readonly limiter: SubmissionLimits,
    private readonly effort: EffortGate,
    private readonly refusals: RefusalCounts,
    private readonly applications: ReceiveApplications,
  ) {}

  /** Answers after the commit. Throws Unavailable when too many wait. */
  submit(organization: string, event: string, submission: Submission): Promise<ReceiptDto> {
    // Who joins a group while applying goes alone: whether there is room is known only when the others have committed.
    const alone = submission.input.together ? ` ${(this.#loners += 1)}` : ''
    return this.#batches.add(`${organization}/${event}${alone}`, submission, sizeOf(submission))
  }

  async #run(line: string, submissions: readonly Submission[]): Promise<Outcome<ReceiptDto>[]> {
    const [address = ''] = line.split(' ')
    const first = firstOfTheirKey(submissions)
    const outcomes = new Map<Submission, Outcome<ReceiptDto>>()
    const reasons = new Map<Submission, RefusalReason>()
    const admitted = await this.#admit(address, first, outcomes, reasons)
    for (const [submission, outcome] of await this.applications.run(address, admitted)) {
      outcomes.set(submission, outcome)
      const reason = reasonOf(outcome)
      if (reason) reasons.set(submission, reason)
    }
    for (const submission of await this.#answeredBefore(outcomes)) {
      outcomes.delete(submission)
      reasons.delete(submission)
    }
    await this.refusals.count(address, [...reasons.values()])
    return submissions.map((submission) => outcomes.get(submission) ?? { answer: this.#afterAnother(line, submission) })
  }

  /** Those that the limits let through, each with the solution that it brought if it looks odd. */
  async #admit(
    address: string,
    submissions: readonly Submission[],
    outcomes: Map<Submission, Outcome<ReceiptDto>>,
    reasons: Map<Submission, RefusalReason>,
  ): Promise<Map<Submission, SolvedEffort | null>> {
    const admitted = new Map<Submission, SolvedEffort | null>()
    const verdicts = await this.limiter.take(address, submissions)
    for (const [index, submission] of submissions.entries()) {
      const verdict = verdicts[index]
      if (verdict === undefined) throw new Error('The limits say nothing of an application.')
      const judged = verdict.refusal
        ? { solved: null, refusal: verdict.refusal, reason: reasonOfLimit(verdict.refusedBy) }
        : await this.effort.judge(address, submission, verdict)
      if (judged.reason) reasons.set(submission, judged.reason)
      if (judged.refusal) outcomes.set(submission, { error: judged.refusal })
      else admitted.set(submission, judged.solved)
    }
    return admitted
  }

  /** Of those that are refused the ones whose key has been used: they were answered before, and get that answer. Nobody else's key is looked up. */
  async #answeredBefore(outcomes: ReadonlyMap<Submission, Outcome<ReceiptDto>>): Promise<Submission[]> {
    const refused = [...outcomes].flatMap(([submission, outcome]) =>
      'error' in outcome && !isDatabaseAway(outcome.error) && submission.claim ? [{ submission, claim: submission.claim }] : [],
    )
    const found = await this.idempotency.findMany(refused.map(({ claim }) => claim))
    return refused.flatMap(({ submission }, index) => (found[index]?.state === 'free' ? [] : [submission]))
  }

  /** The answer to another request with the same key; if that one failed, this one takes its place. */
  async #afterAnother(line: string, submission: Submission): Promise<ReceiptDto> {
    const { claim } = submission
    if (claim === undefined) throw new Error('An application was neither received nor refused.')
    const [found] = await this.idempotency.findMany([claim])
    if (found === undefined || found.state === 'free') return this.#batches.add(line, submission, sizeOf(submission))
    const { body } = await this.idempotency.answerOf(claim, found)
    claim.replayed = true
    return JSON.parse(body) as ReceiptDto
  }
}

function reasonOf(outcome: Outcome<ReceiptDto>): RefusalReason | undefined {
  if (!('error' in outcome) || !(outcome.error instanceof DomainError)) return undefined
  return outcome.error.code === 'applications:proveEffort' ? 'effortFailed' : reasonOfStatus(outcome.error.status)
}

/** About how much memory it takes while it waits. */
function sizeOf({ input }: Submission): number {
  return Object.values(input.answers).reduce((sum, answer) => sum + (typeof answer === 'string' ? answer : answer.join()).length, 1000)
}

/** Without those whose key one further ahead has too. */
function firstOfTheirKey(submissions: readonly Submission[]): Submission[] {
  const seen = new Set<string>()
  return submissions.filter(({ claim }) => {
    if (claim === undefined) return true
    const isFirst = !seen.has(claim.id)
    seen.add(claim.id)
    return isFirst
  })
}
