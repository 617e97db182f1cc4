import type { PolicyContext } from './policy-context.js'
import type { SelectionPolicy } from './policy.js'
import { brokenRules, type PolicyProblem, type Rule } from './problems/problem.js'
import { needsSecrets, randomnessProblems } from './problems/randomness-problems.js'
import { reviewProblems } from './problems/review-problems.js'
import { companionProblems, seatProblems } from './problems/seat-problems.js'
import { weightProblems } from './problems/weight-problems.js'

/**
 * Why an event cannot have this policy, each with what to change. Times that the event does not have yet are not compared.
 *
 * @returns none when it can be kept; `openingProblems` says what is still missing when applications open.
 */
export function policyProblems(policy: SelectionPolicy, context: PolicyContext): readonly PolicyProblem[] {
  return [
    ...seatProblems(policy, context),
    ...weightProblems(policy, context),
    ...companionProblems(policy, context),
    ...reviewProblems(policy.review, context),
    ...randomnessProblems(policy.randomness),
  ]
}

/** What a policy that can be kept still lacks when applications open: the commitments of those who give a secret to the seed. */
export function openingProblems({ randomness }: SelectionPolicy): readonly PolicyProblem[] {
  return brokenRules(
    randomness.contributors.map(
      ({ commit, name }, index): Rule => [
        needsSecrets(randomness) && commit === null,
        `randomness.contributors.${index}.commit`,
        'commitMissing',
        { name },
      ],
    ),
  )
}
