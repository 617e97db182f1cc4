export type {
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
export type { PolicyProblem } from './problems/problem.js'
export { largestWeight } from './largest-weight.js'
export { type ApplicantFacts, canWin, groupLots, type Lots, lotsOf } from './lots-of.js'
export type { PolicyContext, PolicyQuestion } from './policy-context.js'
export { openingProblems, policyProblems } from './policy-problems.js'
export { policyLimits, readPolicy } from './read-policy.js'
export { seatsBesideDraw, seatsOfPools } from './seats-of-pools.js'
export { tagOfPool } from './tag-of-pool.js'
export { withQuestions } from './with-questions.js'
export { usualPolicy } from './usual-policy.js'
export { poolName } from './wording/pool-name.js'
export { policyWording, type WordingSection, wordingHeadings } from './wording/policy-wording.js'
export type { WordingLocale } from './wording/say.js'
export type { WordingContext } from './wording/wording-context.js'
export type { ExpectedApplicants } from './simulate/expected.js'
export { policyWarnings } from './simulate/policy-warnings.js'
export { type SimulationInput, simulatePolicy } from './simulate/simulate-policy.js'
export type { SimulatedPool, SimulatedRow, Simulation } from './simulate/summary.js'
export { freezesAt } from './freezes-at.js'
export { type Network, networks } from './networks.js'
export { type PickReason, pickReasons } from './pick-reasons.js'
export { poolOfTheRest } from './pool-of-the-rest.js'
