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
export type { PolicyProblem } from './problem.js'
export { policyLimits, readPolicy } from './read-policy.js'
export { seatsBesideDraw, seatsOfPools } from './seats-of-pools.js'
export { usualPolicy } from './usual-policy.js'
