import fc from 'fast-check'
import {
  appendEvent,
  asManifest,
  buildEntries,
  buildExcluded,
  type DrawState,
  DrawRuleError,
  type EntryUnit,
  fromHex,
  type LogEvent,
  listUnits,
  type LogRequest,
  type Manifest,
  openDraw,
  secretCommitment,
} from '../src/index.js'

export const CLOSES_AT = 1_800_000_000
export const GENESIS = 1_700_000_000
export const PERIOD = 30
/** (closesAt + 600 - genesis) / period, rounded up, plus 1. */
export const FIRST_ROUND = 3_333_355
export const EVENT = 'night-of-the-comet'
const PUBLIC_KEY = `8${'1'.repeat(191)}`

const LIMITS = { maxUnitSeats: 4, maxWeight: 5 }
const TAGS = ['access', 'new']

/** One thing that may happen; which unit or pool it concerns is settled against the draw it is played on. */
export interface Move {
  readonly type: 'withdraw' | 'decline' | 'expire' | 'disqualify' | 'reinstate' | 'reduce' | 'capacity' | 'shrink' | 'final'
  readonly pick: number
  readonly seats: number
}

/** Everything a random story needs: rules, list, what happened before the draw, the draw, what happened after. */
export interface Story {
  readonly manifest: Manifest
  readonly units: readonly EntryUnit[]
  readonly before: readonly Move[]
  readonly draw: Omit<Extract<LogRequest, { type: 'draw' }>, 'at'>
  readonly after: readonly Move[]
}

const hex32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))
const hex48 = fc.uint8Array({ minLength: 48, maxLength: 48 }).map((bytes) => Buffer.from(bytes).toString('hex'))

const unitShape = fc.record({
  members: fc.integer({ min: 1, max: 4 }),
  guests: fc.integer({ min: 0, max: 1 }),
  weight: fc.integer({ min: 1, max: LIMITS.maxWeight }),
  tags: fc.subarray(TAGS),
})

/** Units whose tickets are distinct; `solo` makes each of them one person with one seat. */
export function arbitraryUnits({ solo = false, max = 24 } = {}): fc.Arbitrary<readonly EntryUnit[]> {
  const tickets = fc.uniqueArray(hex32, { minLength: 4 * max, maxLength: 4 * max })
  return fc.tuple(tickets, fc.array(unitShape, { minLength: 0, maxLength: max })).map(([ids, shapes]) =>
    shapes.map(({ members, guests, weight, tags }, index) => {
      const named = ids.slice(4 * index, 4 * index + (solo ? 1 : members))
      return { members: named, seats: solo ? 1 : Math.min(named.length + guests, LIMITS.maxUnitSeats), weight, tags }
    }),
  )
}

const arbitraryPools = fc
  .tuple(
    fc.subarray([...TAGS, null], { minLength: 1 }),
    fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([tags, seats, openFirst]) => {
    const pools = tags.map((tag, index) => ({ id: tag ?? 'open', seats: seats[index] ?? 0, tag }))
    return openFirst ? pools.toReversed() : pools
  })

const moves = (types: readonly Move['type'][]) =>
  fc.array(fc.record({ type: fc.constantFrom(...types), pick: fc.nat(1000), seats: fc.integer({ min: 1, max: 3 }) }), { maxLength: 14 })

const BEFORE_DRAW = ['withdraw', 'disqualify', 'reinstate', 'capacity'] as const
const AFTER_DRAW = ['withdraw', 'decline', 'expire', 'disqualify', 'reinstate', 'reduce', 'capacity', 'shrink', 'final'] as const

export interface StoryShape {
  /** One person per unit, one pool for everybody, first-fit. */
  readonly simple?: boolean
  readonly moves?: readonly Move['type'][]
}

/** A random manifest, list and story, in all three modes of the seed. */
export function arbitraryStory({ simple = false, moves: allowed = AFTER_DRAW }: StoryShape = {}): fc.Arbitrary<Story> {
  return fc
    .record({
      units: arbitraryUnits({ solo: simple }),
      pools: simple ? fc.nat(8).map((seats) => [{ id: 'open', seats, tag: null }]) : arbitraryPools,
      spills: fc.boolean(),
      fill: simple ? fc.constant('first-fit' as const) : fc.constantFrom('first-fit' as const, 'hold' as const),
      mode: fc.constantFrom('beacon' as const, 'commit-reveal' as const, 'both' as const),
      signature: hex48,
      secrets: fc.array(hex32, { minLength: 1, maxLength: 3 }),
      before: moves(BEFORE_DRAW.filter((type) => allowed.includes(type))),
      after: moves(allowed),
    })
    .map(({ units, pools, spills, fill, mode, signature, secrets, before, after }) => {
      const usesBeacon = mode !== 'commit-reveal'
      const usesSecrets = mode !== 'beacon'
      const manifest = manifestOf(units, {
        pools,
        seats: pools.reduce((sum, pool) => sum + pool.seats, 0),
        spillTo: spills && pools.some(({ tag }) => tag === null) ? 'open' : null,
        fill,
        seed: {
          mode,
          beacon: usesBeacon ? beaconOf(FIRST_ROUND) : null,
          contributors: usesSecrets
            ? secrets.map((secret, index) => ({ id: `fan-${index}`, commit: secretCommitment(EVENT, fromHex(secret)) }))
            : [],
          fallbackAfter: null,
        },
      })
      const draw = {
        type: 'draw',
        mode,
        signature: usesBeacon ? signature : null,
        previousSignature: null,
        secrets: usesSecrets ? secrets : null,
      } as const
      return { manifest, units, before, draw, after }
    })
}

export function beaconOf(round: number): NonNullable<Manifest['seed']['beacon']> {
  return {
    kind: 'drand',
    chainHash: 'c'.repeat(64),
    publicKey: PUBLIC_KEY,
    scheme: 'bls-unchained-g1-rfc9380',
    period: PERIOD,
    genesis: GENESIS,
    round,
  }
}

/** A valid manifest of these units; what the case is about goes into `changes`. */
export function manifestOf(units: readonly EntryUnit[], changes: Partial<Manifest> = {}): Manifest {
  const limits = { maxUnitSeats: changes.maxUnitSeats ?? LIMITS.maxUnitSeats, maxWeight: changes.maxWeight ?? LIMITS.maxWeight }
  const { count, members, seats, root } = buildEntries(units, limits)
  const excluded = buildExcluded([])
  return asManifest({
    v: 'tweetup-draw/1',
    event: EVENT,
    draw: 1,
    prev: null,
    closesAt: CLOSES_AT,
    rulesSha256: 'a'.repeat(64),
    seats: 2,
    ...limits,
    fill: 'first-fit',
    pools: [{ id: 'open', seats: 2, tag: null }],
    spillTo: null,
    entries: { count, members, seats, root },
    excluded: { count: excluded.count, root: excluded.root },
    seed: { mode: 'beacon', beacon: beaconOf(FIRST_ROUND), contributors: [], fallbackAfter: null },
    ...changes,
  })
}

/** A story after it was played: every state on the way, and the log. */
export interface Played {
  readonly start: DrawState
  readonly states: readonly DrawState[]
  readonly log: readonly LogEvent[]
  readonly end: DrawState
}

/** Plays a story. A move that the rules do not allow at its moment is passed over. */
export function play({ manifest, units, before, draw, after }: Story): Played {
  const start = openDraw(manifest, buildEntries(units, manifest))
  const states: DrawState[] = []
  const log: LogEvent[] = []
  let end = start
  let at = CLOSES_AT
  const append = (request: LogRequest): void => {
    const appended = appendEvent(end, request)
    end = appended.state
    states.push(end)
    log.push(appended.event)
  }
  const tryMove = (move: Move): void => {
    const request = requestFor(end, move, (at += 10))
    if (request === null) return
    try {
      append(request)
    } catch (error) {
      if (!(error instanceof DrawRuleError)) throw error
    }
  }
  before.forEach(tryMove)
  append({ ...draw, at: (at = CLOSES_AT + 700) })
  after.forEach(tryMove)
  return { start, states, log, end }
}

function requestFor({ manifest, entries }: DrawState, { type, pick, seats }: Move, at: number): LogRequest | null {
  if (type === 'final') return { type, at, reason: 'date' }
  if (type === 'capacity' || type === 'shrink') {
    const pool = manifest.pools[pick % manifest.pools.length]?.id ?? ''
    return { type, at, pool, seats, reason: 'venue' }
  }
  if (entries.count === 0) return null
  const unit = [...listUnits(entries)][pick % entries.count]?.unitId ?? ''
  return type === 'reduce' ? { type, at, unit, seats, reason: 'member' } : { type, at, unit, reason: 'applicant' }
}
