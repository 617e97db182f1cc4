import { type PolicyProblem, policyProblems, readPolicy, type SelectionPolicy, withQuestions } from '#policy'
import { type FieldError, Invalid } from '../http/index.js'
import type { EditedQuestion } from './edited-questions.js'
import type { EventFields } from './edited-event.js'
import { daysLater } from './event-times.js'
import { isoTime } from './event-parts.presenter.js'

/** What else decides whether a policy is possible, and under which name an organizer finds it. */
const causes = ['questions', 'capacity', 'opensAt', 'closesAt', 'answerBy', 'startsAt'] as const

/** A policy from a request. Throws Invalid with every part that is not of its form. */
export function policyFrom(document: unknown): SelectionPolicy {
  const reading = readPolicy(document)
  if ('problems' in reading) throw new Invalid(reading.problems.map((problem) => fieldError(problem)))
  return reading.policy
}

/**
 * What makes the policy of an edited event impossible. Each problem stands at the part of the policy when that was changed, and otherwise at
 * the field that no longer goes with it: the questions, the capacity or a time.
 */
export function impossibilities(fields: EventFields, questions: readonly EditedQuestion[], changed: readonly string[]): FieldError[] {
  const problems = policyProblems(fields.policy, {
    capacity: fields.capacity,
    questions,
    opensAt: isoTime(fields.opensAt),
    closesAt: isoTime(fields.closesAt),
    answerBy: isoTime(fields.answerBy),
    startsAt: isoTime(fields.startsAt),
  })
  if (changed.includes('policy')) return problems.map((problem) => fieldError(problem))
  const cause = causes.find((field) => changed.includes(field))
  return cause === undefined ? [] : problems.map((problem) => fieldError(problem, cause))
}

/** The policy for a copy of the event: its own question ids, all times later, and no secrets that were given for the first. */
export function copiedPolicy(
  policy: SelectionPolicy,
  questionIds: ReadonlyMap<string, string>,
  days: number,
  timeZone: string,
): SelectionPolicy {
  const later = (time: string) => daysLater(new Date(time), days, timeZone).toISOString()
  const own = withQuestions(policy, questionIds)
  return {
    ...own,
    pools: own.pools.map((pool) => ({ ...pool, closesAt: pool.closesAt && later(pool.closesAt) })),
    review: own.review && { ...own.review, until: later(own.review.until) },
    randomness: { ...own.randomness, contributors: own.randomness.contributors.map((contributor) => ({ ...contributor, commit: null })) },
  }
}

function fieldError({ path, code, values }: PolicyProblem, at?: string): FieldError {
  return { path: at ?? (path === '' ? 'policy' : `policy.${path}`), code: `policy:${code}`, values: values ?? {} }
}
