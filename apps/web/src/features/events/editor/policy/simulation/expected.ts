import { type ExpectedApplicants, type GroupName, poolName, type PolicyContext, type PolicyPool, type SelectionPolicy } from '#policy'
import { isAddressed } from '../pools/change-pools.js'

/** One thing to expect of the people who apply: how many of a hundred. `group` gathers those that exclude each other. */
export type Share =
  | { key: string; group: string; usual: number; kind: 'pool'; poolId: string; name: GroupName }
  | { key: string; group: string; usual: number; kind: 'answer'; questionId: string; question: string; option: string }
  | { key: string; group: string; usual: number; kind: 'losses'; count: 1 | 2 | 3 }
  | { key: string; group: string; usual: number; kind: 'firstTimers' }
  | { key: string; group: string; usual: number; kind: 'together'; count: number }

/** What the organizer expects: people in all, and of each share so many of a hundred where it is not the usual. */
export type Expected = { people: number; shares: Readonly<Record<string, number>> }

const usualTagged = 5
/** Of those who apply, so many do before a close of its own that a pool for everybody has. */
const usualEarly = 50
const usualLosses = { 1: 20, 2: 8, 3: 4 } as const
const usualFirstTimers = 60
const usualTogether: Readonly<Record<number, number>> = { 2: 24, 3: 9, 4: 8, 5: 3, 6: 3 }

/** Twenty for each seat: what a well-known brand is asked for. */
export const usualPeople = (capacity: number) => capacity * 20

/** What has to be expected before anything can be said about this policy: only what it looks at. */
export function sharesOf(policy: SelectionPolicy, context: PolicyContext): readonly Share[] {
  return [
    ...poolShares(policy, context),
    ...answerShares(policy, context),
    ...lossShares(policy),
    ...firstTimerShares(policy),
    ...togetherShares(policy),
  ]
}

export const shareOf = (expected: Expected, { key, usual }: Share): number => expected.shares[key] ?? usual

/** Groups of shares that would need more people than there are. */
export function overfullGroups(shares: readonly Share[], expected: Expected): ReadonlySet<string> {
  const sums = new Map<string, number>()
  for (const share of shares) sums.set(share.group, (sums.get(share.group) ?? 0) + shareOf(expected, share))
  return new Set([...sums].filter(([, sum]) => sum > 100).map(([group]) => group))
}

function poolShares({ pools }: SelectionPolicy, context: PolicyContext): Share[] {
  return pools.filter(isAddressed).flatMap((pool): Share[] => {
    const name = poolName(pool, context.questions)
    const key = `pool ${pool.id}`
    // Somebody may be in several pools, so none of them excludes another.
    return name ? [{ kind: 'pool', key, group: key, usual: usualEligible(pool, context), poolId: pool.id, name }] : []
  })
}

/** As many as if all answers were given equally often. */
function usualEligible({ who }: PolicyPool, { questions }: PolicyContext): number {
  if (who.kind !== 'answer') return who.kind === 'tag' ? usualTagged : usualEarly
  const options = questions.find(({ id }) => id === who.questionId)?.options.length ?? 0
  return options ? Math.round((100 * Math.min(who.options.length, options)) / options) : usualTagged
}

function answerShares({ weights }: SelectionPolicy, { questions }: PolicyContext): Share[] {
  return weights.answers.flatMap(({ questionId, option }): Share[] => {
    const question = questions.find(({ id }) => id === questionId)
    if (!question?.options.includes(option)) return []
    const group = `answer ${questionId}`
    const usual = Math.floor(100 / question.options.length)
    return [{ kind: 'answer', key: `${group} ${option}`, group, usual, questionId, question: question.label, option }]
  })
}

function lossShares({ weights }: SelectionPolicy): Share[] {
  if (weights.losses === 'none') return []
  return ([1, 2, 3] as const).map((count) => ({
    kind: 'losses',
    key: `losses ${count}`,
    group: 'losses',
    usual: usualLosses[count],
    count,
  }))
}

function firstTimerShares({ weights }: SelectionPolicy): Share[] {
  return weights.firstTimers > 0 ? [{ kind: 'firstTimers', key: 'first', group: 'first', usual: usualFirstTimers }] : []
}

function togetherShares({ companions }: SelectionPolicy): Share[] {
  return Array.from({ length: Math.max(0, companions.largest - 1) }, (_, index) => {
    const count = index + 2
    return { kind: 'together', key: `together ${count}`, group: 'together', usual: usualTogether[count] ?? 0, count }
  })
}

/** The same as the simulation takes it: shares of one. */
export function applicantsOf(shares: readonly Share[], expected: Expected): ExpectedApplicants {
  const of = (share: Share) => shareOf(expected, share) / 100
  const losses = shares.filter((share) => share.kind === 'losses')
  const answers: Record<string, Record<string, number>> = {}
  for (const share of shares)
    if (share.kind === 'answer') answers[share.questionId] = { ...answers[share.questionId], [share.option]: of(share) }
  return {
    applicants: expected.people,
    pools: Object.fromEntries(shares.flatMap((share) => (share.kind === 'pool' ? [[share.poolId, of(share)]] : []))),
    firstTimers: shares.reduce((sum, share) => (share.kind === 'firstTimers' ? of(share) : sum), 0),
    // Whoever is in none of them has not lost yet.
    losses: losses.length ? [0, ...losses.map(of)] : [],
    answers,
    groups: Object.fromEntries(shares.flatMap((share) => (share.kind === 'together' ? [[share.count, of(share)]] : []))),
  }
}
