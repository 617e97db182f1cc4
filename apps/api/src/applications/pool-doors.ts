import { canWin, lotsOf, type PolicyPool, type SelectionPolicy } from '#policy'
import type { Answers } from '#forms'
import type { FieldError } from '../http/index.js'

/** What decides in which pools somebody competes. */
interface Applicant {
  readonly answers: Answers
  readonly tags: readonly string[]
}

/** The next moment from which fewer seats are left to apply for: a pool's own close, or the event's. */
export function nextDoor({ pools }: SelectionPolicy, closesAt: Date, now: Date): Date {
  const closes = pools.flatMap((pool) => (pool.closesAt === null ? [] : [Date.parse(pool.closesAt)])).filter((time) => time > now.getTime())
  return new Date(Math.min(closesAt.getTime(), ...closes))
}

/** The tags that decide about seats whose applications have closed. */
export function closedTags(policy: SelectionPolicy, now: Date): string[] {
  return closedPools(policy, now).flatMap(({ who }) => (who.kind === 'tag' ? [who.tag] : []))
}

/** Whether somebody who applies now with these answers could still get a seat. The team may yet give her any tag that a pool asks for. */
export function mayStillWin(policy: SelectionPolicy, answers: Answers, now: Date): boolean {
  const time = now.getTime()
  const tags = policy.pools.flatMap(({ who }) => (who.kind === 'tag' ? [who.tag] : []))
  return canWin(policy, lotsOf(policy)({ answers, tags, receivedAt: time, confirmedAt: time, losses: 0, firstTimer: true }))
}

/** The answers that may no longer become these, because they decide about seats whose applications have closed. */
export function closedAnswers(policy: SelectionPolicy, before: Applicant, after: Applicant, now: Date): FieldError[] {
  return closedPools(policy, now).flatMap((pool) =>
    pool.who.kind === 'answer' && competes(policy, pool, before) !== competes(policy, pool, after)
      ? [{ path: `answers.${pool.who.questionId}`, code: 'applications:answerClosed' }]
      : [],
  )
}

/** Whether she would compete in the pool if she had applied in time. */
function competes({ weights }: SelectionPolicy, pool: PolicyPool, { answers, tags }: Applicant): boolean {
  const inTime = { receivedAt: 0, confirmedAt: 0, losses: 0, firstTimer: false }
  return lotsOf({ pools: [pool], weights })({ answers, tags, ...inTime }).tags.includes(pool.id)
}

function closedPools({ pools }: SelectionPolicy, now: Date): PolicyPool[] {
  return pools.filter(({ closesAt }) => closesAt !== null && Date.parse(closesAt) <= now.getTime())
}
