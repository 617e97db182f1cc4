import { flag, instant, line, list, nullable, oneOf, type Reader, record, variant, whole } from './form.js'
import type {
  AnswerWeight,
  CompanionRule,
  Criterion,
  Eligibility,
  GroupName,
  PickedSeats,
  PolicyPool,
  Randomness,
  ReviewRule,
  SecretContributor,
  SelectionPolicy,
  WeightRule,
} from './policy.js'
import type { PolicyProblem } from './problems/problem.js'

/** The most of everything that a policy can hold; the rules between its parts are `policyProblems`. */
export const policyLimits = { pools: 20, options: 20, answers: 50, criteria: 10, contributors: 10, groupName: 120, label: 100 } as const

/** What numbers stay below whatever they mean; where they belong is said by `policyProblems`. */
const number = whole(0, 1_000_000)
const id = line(64)
const option = line(200)
const groupName = record<GroupName>({ nl: line(policyLimits.groupName), en: line(policyLimits.groupName) })

const eligibility = variant<Eligibility>({
  everybody: record<Extract<Eligibility, { kind: 'everybody' }>>({ kind: oneOf('everybody') }),
  answer: record<Extract<Eligibility, { kind: 'answer' }>>({
    kind: oneOf('answer'),
    questionId: id,
    options: list(option, policyLimits.options),
  }),
  tag: record<Extract<Eligibility, { kind: 'tag' }>>({ kind: oneOf('tag'), tag: id }),
})

const pool = record<PolicyPool>({
  id,
  seats: nullable(number),
  who: eligibility,
  called: nullable(groupName),
  closesAt: nullable(instant),
})

const weights = record<WeightRule>({
  losses: oneOf('none', 'linear', 'squared'),
  lossCap: number,
  firstTimers: number,
  answers: list(record<AnswerWeight>({ questionId: id, option, extra: number }), policyLimits.answers),
})

const outcome = variant<ReviewRule['outcome']>({
  top: record<Extract<ReviewRule['outcome'], { kind: 'top' }>>({ kind: oneOf('top'), seats: number }),
  threshold: record<Extract<ReviewRule['outcome'], { kind: 'threshold' }>>({ kind: oneOf('threshold'), percent: number }),
})

const review = record<ReviewRule>({
  outcome,
  criteria: list(record<Criterion>({ id, label: line(policyLimits.label), weight: number }), policyLimits.criteria),
  reviewsEach: number,
  blind: flag,
  until: instant,
})

const randomness = record<Randomness>({
  mode: oneOf('beacon', 'commit-reveal', 'both'),
  contributors: list(
    record<SecretContributor>({ id, name: line(policyLimits.label), commit: nullable(line(200)) }),
    policyLimits.contributors,
  ),
  fallbackDays: nullable(number),
})

const policy: Reader<SelectionPolicy> = record<SelectionPolicy>({
  pools: list(pool, policyLimits.pools),
  spillTo: nullable(id),
  weights,
  companions: record<CompanionRule>({ largest: number, fill: oneOf('first-fit', 'hold') }),
  picked: record<PickedSeats>({ seats: number }),
  review: nullable(review),
  randomness,
})

/**
 * Reads a policy from the JSON of a request or of the database. Texts are cleaned to one line, times become UTC; a field too many or too
 * few, or one of another kind, is a problem. Whether the policy can be kept is for `policyProblems` to say.
 *
 * @param value anything; never throws.
 */
export function readPolicy(value: unknown): { readonly policy: SelectionPolicy } | { readonly problems: readonly PolicyProblem[] } {
  const problems: PolicyProblem[] = []
  const read = policy(value, '', problems)
  return read === undefined || problems.length > 0 ? { problems } : { policy: read }
}
