import { groupWeight } from '#draw'
import type { Answers } from '#forms'
import { lossExtra } from './largest-weight.js'
import type { Eligibility, PolicyPool, SelectionPolicy } from './policy.js'
import { tagOfPool } from './tag-of-pool.js'

/** What is known of somebody who applied, at the close. */
export interface ApplicantFacts {
  /** Cleaned answers by the id of their question. */
  readonly answers: Answers
  /** Set by the team before the close. */
  readonly tags: readonly string[]
  /** Unix milliseconds. */
  readonly receivedAt: number
  readonly confirmedAt: number
  /** Earlier applications without luck at this organization. */
  readonly losses: number
  /** Whether she has never held a seat at one of its events. */
  readonly firstTimer: boolean
}

/** How a ticket enters the draw: `tags` sorted, as the entries file wants them. */
export interface Lots {
  readonly tags: readonly string[]
  readonly weight: number
}

/**
 * What each applicant's ticket gets from a policy. Made once for a policy, then called for everybody.
 *
 * @returns a function that gives the tags of the pools she may compete in and whose own close she made, and her number of lots: one, and
 * what each source adds.
 */
export function lotsOf({ pools, weights }: Pick<SelectionPolicy, 'pools' | 'weights'>): (applicant: ApplicantFacts) => Lots {
  const tagged = pools.filter((pool) => tagOfPool(pool) !== null).map((pool) => ({ id: pool.id, admits: admission(pool) }))
  const tagSets = new Map<string, readonly string[]>()
  return (applicant) => {
    const tags = tagged.filter(({ admits }) => admits(applicant)).map(({ id }) => id)
    const answers = weights.answers.reduce(
      (sum, { questionId, option, extra }) => sum + (answered(applicant, questionId).includes(option) ? extra : 0),
      0,
    )
    const firstTimer = applicant.firstTimer ? weights.firstTimers : 0
    return { tags: shared(tagSets, tags), weight: 1 + firstTimer + lossExtra(weights, applicant.losses) + answers }
  }
}

/** A million tickets have a handful of different tag sets. */
function shared(known: Map<string, readonly string[]>, tags: readonly string[]): readonly string[] {
  const key = tags.join()
  const found = known.get(key) ?? tags.toSorted()
  known.set(key, found)
  return found
}

function admission({ who, closesAt }: PolicyPool): (applicant: ApplicantFacts) => boolean {
  const meets = eligibility(who)
  const close = closesAt === null ? Number.POSITIVE_INFINITY : Date.parse(closesAt)
  return (applicant) => applicant.receivedAt < close && applicant.confirmedAt < close && meets(applicant)
}

function eligibility(who: Eligibility): (applicant: ApplicantFacts) => boolean {
  switch (who.kind) {
    case 'everybody':
      return () => true
    case 'tag':
      return ({ tags }) => tags.includes(who.tag)
    case 'answer': {
      const options = new Set(who.options)
      return (applicant) => answered(applicant, who.questionId).some((answer) => options.has(answer))
    }
  }
}

/** What was answered, as a list: several of the options where several can be chosen. */
function answered({ answers }: ApplicantFacts, questionId: string): readonly string[] {
  const answer = Object.hasOwn(answers, questionId) ? answers[questionId] : undefined
  return answer === undefined ? [] : typeof answer === 'string' ? [answer] : answer
}

/**
 * The lots of a group that applied together (draw protocol sections 6 and 7): the tags that all members have, and the mean of their
 * weights, rounded down.
 *
 * @param members at least one.
 */
export function groupLots(members: readonly Lots[]): Lots {
  const [first, ...others] = members
  const tags = (first?.tags ?? []).filter((tag) => others.every((member) => member.tags.includes(tag)))
  return { tags, weight: groupWeight(members.map(({ weight }) => weight)) }
}

/** Whether a ticket competes for any seat at all. One that does not has nothing to look for in the draw, and should be told. */
export function canWin({ pools }: Pick<SelectionPolicy, 'pools'>, { tags }: Pick<Lots, 'tags'>): boolean {
  return pools.some((pool) => {
    const tag = tagOfPool(pool)
    return tag === null || tags.includes(tag)
  })
}
