import type { PolicyPool, SelectionPolicy } from '../policy.js'
import { seatsOfPools } from '../seats-of-pools.js'
import { tagOfPool } from '../tag-of-pool.js'
import { groupName } from './group-name.js'
import type { Speaker } from './say.js'
import type { WordingContext } from './wording-context.js'

/** A pool in the words of draw protocol section 7. */
interface Part {
  readonly pool: PolicyPool
  readonly count: number
  readonly group: string
  /** `least`: a minimum, because a pool for everybody comes after it. `extra`: on top of what its people win in one before it. */
  readonly role: 'open' | 'least' | 'extra' | 'some'
}

/** Who may have which seats, and in which order they are given out. */
export function seatSentences(policy: SelectionPolicy, context: WordingContext, speaker: Speaker): readonly string[] {
  const { say } = speaker
  const parts = partsOf(policy, context, speaker)
  const drawn = parts.reduce((sum, { count }) => sum + count, 0)
  const told =
    parts.length === 1
      ? parts.map(({ role, count, group }) => {
          const scope = drawn === context.capacity ? 'only' : 'part'
          return say(`seats.${scope}.${role === 'open' ? 'open' : 'some'}`, { count, group, capacity: context.capacity })
        })
      : parts.map((part, index) => partSentence(part, index, parts.length, totalOf(drawn, context, speaker), speaker))
  return [
    ...parts.flatMap((part, index) => [told[index] ?? '', ...closeSentence(part, context, speaker)]),
    ...leastSentences(parts, speaker),
    ...(parts.some(({ role }) => role === 'extra') ? [say('seats.extraMeans')] : []),
    ...(parts.length > 1 ? [say('seats.order')] : []),
    ...leftSentences(policy, parts, speaker),
    say('seats.freed'),
  ]
}

function partsOf(policy: SelectionPolicy, context: WordingContext, speaker: Speaker): readonly Part[] {
  const seats = seatsOfPools(policy, context.capacity)
  const isOpen = policy.pools.map((pool) => tagOfPool(pool) === null)
  const role = (index: number): Part['role'] => {
    if (isOpen[index] === true) return 'open'
    if (isOpen.lastIndexOf(true, index) !== -1) return 'extra'
    return isOpen.includes(true) ? 'least' : 'some'
  }
  return policy.pools.map((pool, index) => ({
    pool,
    count: seats[index] ?? 0,
    group: groupName(pool, context.questions, speaker),
    role: role(index),
  }))
}

function totalOf(drawn: number, { capacity }: WordingContext, { say }: Speaker): string {
  return say(drawn === capacity ? 'seats.total.all' : 'seats.total.drawn', { count: drawn })
}

function partSentence({ role, count, group }: Part, index: number, parts: number, total: string, { say }: Speaker): string {
  if (role === 'extra') return say('seats.extra', { count, group })
  const place = index === 0 ? 'first' : index === parts - 1 ? 'last' : 'then'
  return say(`seats.${role === 'open' ? 'open' : 'some'}.${place}`, { count, group, total })
}

function closeSentence({ pool, count }: Part, { formatTime }: WordingContext, { say }: Speaker): readonly string[] {
  return pool.closesAt === null ? [] : [say('seats.closes', { count, time: formatTime(pool.closesAt) })]
}

function leastSentences(parts: readonly Part[], { say }: Speaker): readonly string[] {
  const [reserve, ...others] = parts.filter(({ role }) => role === 'least')
  if (reserve === undefined) return []
  return [others.length > 0 ? say('seats.leastEach') : say('seats.least', { count: reserve.count, group: reserve.group })]
}

/** Where seats go that a group leaves over, and who has no chance at all. */
function leftSentences({ spillTo }: SelectionPolicy, parts: readonly Part[], { say }: Speaker): readonly string[] {
  const restricted = parts.some(({ role }) => role !== 'open')
  return [
    ...(restricted ? [say(spillTo === null ? 'seats.empty' : 'seats.spill')] : []),
    ...(parts.some(({ role }) => role === 'open') ? [] : [say('seats.others')]),
  ]
}
