import type { PolicyContext } from '../policy-context.js'
import type { PolicyPool, SelectionPolicy } from '../policy.js'
import { seatsBesideDraw, seatsOfPools } from '../seats-of-pools.js'
import { tagOfPool } from '../tag-of-pool.js'
import { answerRules } from './answer-rules.js'
import { idRules, nameRule } from './name-rules.js'
import { brokenRules, type PolicyProblem, repeated, type Rule } from './problem.js'

/** Under this name the seats beside the draw are counted. */
const besideTheDraw = 'picked'

/** What is wrong with the seats and with who may compete for them. */
export function seatProblems(policy: SelectionPolicy, context: PolicyContext): readonly PolicyProblem[] {
  return brokenRules([
    ...sumRules(policy, context),
    ...idRules('pools', policy.pools),
    ...policy.pools.map(({ id }, index): Rule => [id === besideTheDraw, `pools.${index}.id`, 'idReserved', { id }]),
    ...policy.pools.flatMap((pool, index) => poolRules(`pools.${index}`, pool, context)),
    ...spillRules(policy),
  ])
}

function sumRules(policy: SelectionPolicy, { capacity }: PolicyContext): readonly Rule[] {
  const named = policy.pools.reduce((sum, { seats }) => sum + (seats ?? 0), seatsBesideDraw(policy))
  const rests = policy.pools.flatMap(({ seats }, index) => (seats === null ? [index] : []))
  const rest = rests[0] ?? 0
  return [
    [policy.pools.length === 0, 'pools', 'poolsNone'],
    [policy.pools.length > 0 && rests.length === 0, 'pools', 'restMissing', { named, capacity }],
    ...rests.slice(1).map((index): Rule => [true, `pools.${index}.seats`, 'restTwice', { first: rest + 1, second: index + 1 }]),
    [named > capacity, 'pools', 'seatsTooMany', { named, capacity, over: named - capacity }],
    [named === capacity && rests.length === 1, `pools.${rest}.seats`, 'restEmpty', { capacity }],
    ...policy.pools.map(({ seats }, index): Rule => [seats === 0, `pools.${index}.seats`, 'seatsNone']),
    [policy.review?.outcome.kind === 'top' && policy.review.outcome.seats === 0, 'review.outcome.seats', 'seatsNone'],
  ]
}

function poolRules(at: string, { who, closesAt }: PolicyPool, context: PolicyContext): readonly Rule[] {
  const time = closesAt === null ? null : Date.parse(closesAt)
  return [
    ...(who.kind === 'tag' ? [nameRule(`${at}.who.tag`, who.tag)] : []),
    ...(who.kind === 'answer' ? eligibilityRules(`${at}.who`, who, context) : []),
    [time !== null && context.opensAt !== null && time <= Date.parse(context.opensAt), `${at}.closesAt`, 'poolClosesEarly'],
    [time !== null && context.closesAt !== null && time >= Date.parse(context.closesAt), `${at}.closesAt`, 'poolClosesLate'],
  ]
}

function eligibilityRules(
  at: string,
  { questionId, options }: Extract<PolicyPool['who'], { kind: 'answer' }>,
  { questions }: PolicyContext,
): readonly Rule[] {
  const places = options.map((option, index) => [`${at}.options.${index}`, option] as const)
  return [
    [options.length === 0, `${at}.options`, 'optionsNone'],
    ...repeated(options).map((index): Rule => [true, `${at}.options.${index}`, 'optionTwice', { option: options[index] ?? '' }]),
    // Of several choices one is enough to compete; for lots they would add up beyond what the policy says.
    ...answerRules(at, questionId, places, questions, ['choice', 'choices']),
  ]
}

function spillRules({ pools, spillTo }: SelectionPolicy): readonly Rule[] {
  const target = pools.find(({ id }) => id === spillTo)
  return [
    [spillTo !== null && target === undefined, 'spillTo', 'spillToUnknown', { id: spillTo ?? '' }],
    [target !== undefined && target.who.kind !== 'everybody', 'spillTo', 'spillToSome', { id: spillTo ?? '' }],
    [target?.who.kind === 'everybody' && tagOfPool(target) !== null, 'spillTo', 'spillToClosesEarly', { id: spillTo ?? '' }],
  ]
}

/** What is wrong with who may come together. */
export function companionProblems(policy: SelectionPolicy, { capacity }: PolicyContext): readonly PolicyProblem[] {
  const { largest } = policy.companions
  const smallest = seatsOfPools(policy, capacity).reduce(
    (best, seats, index) => (seats > 0 && seats < best.seats ? { seats, position: index + 1 } : best),
    { seats: Number.POSITIVE_INFINITY, position: 0 },
  )
  const inRange = largest >= 1 && largest <= largestGroup
  return brokenRules([
    [!inRange, 'companions.largest', 'groupSize', { max: largestGroup }],
    [inRange && largest > smallest.seats, 'companions.largest', 'groupTooLarge', { largest, ...smallest }],
  ])
}

const largestGroup = 6
