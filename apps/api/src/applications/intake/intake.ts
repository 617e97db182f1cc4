import { Injectable } from '@nestjs/common'
import { isDatabaseAway } from '../../database/index.js'
import { DomainError } from '../../http/index.js'
import { EffortGate } from '../effort/effort-gate.js'
import type { SolvedEffort } from '../effort/effort-challenges.js'
import { RefusalCounts } from '../refusals/refusal-counts.js'
import { type RefusalReason, reasonOfLimit, reasonOfStatus } from '../refusals/refusal-reasons.js'
import { SubmissionLimits } from '../submission-limits.js'
import { Batches, type Outcome } from './batches.js'
import { ReceiveApplications } from './receive-applications.js'
import { ReceivedBefore } from './received-before.js'
import type { Received, Submission } from './submission.js'

/** Two lanes: while the database writes one batch, the next is read. The line is as long as what is done in a few seconds. */
const limits = { lanes: 2, largest: 128, mostWaiting: 4000, mostCharacters: 64 * 1024 * 1024, longestWaitMs: 4000 }

/** Takes in the applications of a rush: what arrives while one batch is written goes into the next. Holds nothing but requests that wait for their answer. */
@Injectable()
export class Intake {
  readonly #batches = new Batches<Submission, Received>(limits, (line, submissions) => this.#run(line, submissions))
  #loners = 0

  constructor(
    private readonly limiter: SubmissionLimits,
    private readonly effort: EffortGate,
    private readonly refusals: RefusalCounts,
    private readonly applications: ReceiveApplications,
    private readonly before: ReceivedBefore,
  ) {}

  /** Answers after the commit. Throws Unavailable when too many wait. */
  submit(organization: string, event: string, submission: Submission): Promise<Received> {
    // Who joins a group while applying goes alone: whether there is room is known only when the others have committed.
    const alone = submission.input.together ? ` ${(this.#loners += 1)}` : ''
    return this.#batches.add(`${organization}/${event}${alone}`, submission, sizeOf(submission))
  }

  async #run(line: string, submissions: readonly Submission[]): Promise<Outcome<Received>[]> {
    const [address = ''] = line.split(' ')
    const first = firstOfTheirKey(submissions)
    const outcomes = new Map<Submission, Outcome<Received>>()
    const reasons = new Map<Submission, RefusalReason>()
    const admitted = await this.#admit(address, first, outcomes, reasons)
    for (const [submission, outcome] of await this.applications.run(address, admitted)) {
      outcomes.set(submission, outcome)
      const reason = reasonOf(outcome)
      if (reason) reasons.set(submission, reason)
    }
    for (const [submission, outcome] of await this.before.among(refused(outcomes))) {
      outcomes.set(submission, outcome)
      reasons.delete(submission)
    }
    await this.refusals.count(address, [...reasons.values()])
    return submissions.map((submission) => outcomes.get(submission) ?? { answer: this.#afterAnother(line, submission) })
  }

  /** Those that the limits let through, each with the solution that it brought if it looks odd. */
  async #admit(
    address: string,
    submissions: readonly Submission[],
    outcomes: Map<Submission, Outcome<Received>>,
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

  /** The answer to another request of this batch with the same key; if that one failed, this one takes its place. */
  async #afterAnother(line: string, submission: Submission): Promise<Received> {
    const outcome = (await this.before.among([submission])).get(submission)
    if (outcome === undefined) return this.#batches.add(line, submission, sizeOf(submission))
    if ('error' in outcome) throw outcome.error
    return outcome.answer
  }
}

/** Whose key is worth a look: nobody else's is. */
function refused(outcomes: ReadonlyMap<Submission, Outcome<Received>>): Submission[] {
  return [...outcomes].flatMap(([submission, outcome]) => ('error' in outcome && !isDatabaseAway(outcome.error) ? [submission] : []))
}

function reasonOf(outcome: Outcome<Received>): RefusalReason | undefined {
  if (!('error' in outcome) || !(outcome.error instanceof DomainError)) return undefined
  return outcome.error.code === 'applications:proveEffort' ? 'effortFailed' : reasonOfStatus(outcome.error.status)
}

/** About how much memory it takes while it waits. */
function sizeOf({ input }: Submission): number {
  let characters = 1000
  for (const answer of Object.values(input.answers)) characters += typeof answer === 'string' ? answer.length : answer.join().length
  return characters
}

/** Without those whose key one further ahead has too. */
function firstOfTheirKey(submissions: readonly Submission[]): Submission[] {
  const seen = new Set<string>()
  return submissions.filter(({ requestKey }) => {
    if (requestKey === undefined) return true
    const name = requestKey.key.toString('latin1')
    const isFirst = !seen.has(name)
    seen.add(name)
    return isFirst
  })
}
