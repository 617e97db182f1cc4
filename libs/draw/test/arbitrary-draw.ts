import fc from 'fast-check'
import {
  appendEvent,
  asManifest,
  buildEntries,
  buildExcluded,
  type BundleFiles,
  canonicalJson,
  type DrawState,
  DrawRuleError,
  type EntryUnit,
  type ExcludedTicket,
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
/** Ten minutes and a bit after the close; a fallback draw has to wait for a day after the round. */
const DRAWN_AT = CLOSES_AT + 700
const FALLBACK_AFTER = CLOSES_AT + 90_000

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
  readonly excluded: readonly ExcludedTicket[]
  readonly before: readonly Move[]
  readonly draw: Extract<LogRequest, { type: 'draw' }>
  readonly after: readonly Move[]
}

const hexOf = (size: number) => fc.uint8Array({ minLength: size, maxLength: size }).map((bytes) => Buffer.from(bytes).toString('hex'))
const hex32 = hexOf(32)

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
    fc.option(fc.nat(3)),
  )
  .map(([tags, seats, openFirst, extra]) => {
    const pools = tags.map((tag, index) => ({ id: tag ?? 'open', seats: seats[index] ?? 0, tag }))
    const again = extra === null ? [] : [{ id: 'late "seats"', seats: extra, tag: tags[0] ?? null }]
    return [...(openFirst ? pools.toReversed() : pools), ...again]
  })

const moves = (types: readonly Move['type'][]) =>
  fc.array(fc.record({ type: fc.constantFrom(...types), pick: fc.nat(1000), seats: fc.integer({ min: 1, max: 3 }) }), { maxLength: 14 })

const BEFORE_DRAW = ['withdraw', 'disqualify', 'decline', 'expire', 'reinstate', 'capacity', 'shrink', 'final'] as const
const AFTER_DRAW = ['withdraw', 'decline', 'expire', 'disqualify', 'reinstate', 'reduce', 'capacity', 'shrink', 'final'] as const

export interface StoryShape {
  /** One person per unit, one pool for everybody, first-fit. */
  readonly simple?: boolean
  readonly moves?: readonly Move['type'][]
}

/** Where the number may come from: the three modes, and the fallback of the first. */
const arbitrarySeed = fc.record({
  source: fc.constantFrom('beacon' as const, 'commit-reveal' as const, 'both' as const, 'fallback' as const),
  chained: fc.boolean(),
  signature: hexOf(96),
  previousSignature: hexOf(96),
  secrets: fc.array(hex32, { minLength: 1, maxLength: 3 }),
  event: fc.constantFrom(EVENT, 'a "night" \\ ~', 'e'.repeat(256)),
})

/** What the manifest says of the number, and what the draw event says in the end. */
function seedPlan({ source, chained, signature, previousSignature, secrets, event }: SeedOf): Pick<Story, 'draw'> & Pick<Manifest, 'seed'> {
  const mode = source === 'fallback' ? 'commit-reveal' : source
  const usesBeacon = mode !== 'commit-reveal'
  const names = source === 'beacon' ? [] : secrets
  return {
    seed: {
      mode: source === 'fallback' ? 'beacon' : source,
      beacon: source === 'commit-reveal' ? null : beaconOf(FIRST_ROUND, chained),
      contributors: names.map((secret, index) => ({ id: `fan-${index}`, commit: secretCommitment(event, fromHex(secret)) })),
      fallbackAfter: source === 'fallback' ? FALLBACK_AFTER : null,
    },
    draw: {
      type: 'draw',
      at: source === 'fallback' ? FALLBACK_AFTER : DRAWN_AT,
      mode,
      signature: usesBeacon ? signature.slice(0, chained ? 192 : 96) : null,
      previousSignature: usesBeacon && chained ? previousSignature : null,
      secrets: mode === 'beacon' ? null : secrets,
    },
  }
}

type SeedOf = typeof arbitrarySeed extends fc.Arbitrary<infer Value> ? Value : never

const arbitraryExcluded = fc.uniqueArray(fc.record({ ticketId: hex32, reason: fc.constantFrom('duplicate', 'ineligible', 'x!"') }), {
  maxLength: 3,
  selector: ({ ticketId }) => ticketId,
})

/** A random manifest, list and story, in all three modes of the seed and with the fallback. */
export function arbitraryStory({ simple = false, moves: allowed = AFTER_DRAW }: StoryShape = {}): fc.Arbitrary<Story> {
  return fc
    .record({
      units: arbitraryUnits({ solo: simple }),
      excluded: arbitraryExcluded,
      pools: simple ? fc.nat(8).map((seats) => [{ id: 'open', seats, tag: null }]) : arbitraryPools,
      spills: fc.boolean(),
      fill: simple ? fc.constant('first-fit' as const) : fc.constantFrom('first-fit' as const, 'hold' as const),
      earlier: fc.option(hex32),
      seed: arbitrarySeed,
      before: moves(BEFORE_DRAW.filter((type) => allowed.includes(type))),
      after: moves(allowed),
    })
    .map(({ units, excluded: others, pools, spills, fill, earlier, seed: seedOf, before, after }) => {
      const { seed, draw } = seedPlan(seedOf)
      const entered = new Set(units.flatMap(({ members }) => members))
      const excluded = others.filter(({ ticketId }) => !entered.has(ticketId))
      const { count, root } = buildExcluded(excluded)
      const manifest = manifestOf(units, {
        event: seedOf.event,
        draw: earlier === null ? 1 : 2,
        prev: earlier,
        pools,
        seats: pools.reduce((sum, pool) => sum + pool.seats, 0),
        spillTo: spills && pools.some(({ id }) => id === 'open') ? 'open' : null,
        fill,
        excluded: { count, root },
        seed,
      })
      return { manifest, units, excluded, before, draw, after }
    })
}

export function beaconOf(round: number, chained = false): NonNullable<Manifest['seed']['beacon']> {
  return {
    kind: 'drand',
    chainHash: 'c'.repeat(64),
    publicKey: chained ? PUBLIC_KEY.slice(0, 96) : PUBLIC_KEY,
    scheme: chained ? 'pedersen-bls-chained' : 'bls-unchained-g1-rfc9380',
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

/** The files that are published of a story. */
export function bundleOf({ manifest, excluded }: Story, { start, log }: Pick<Played, 'start' | 'log'>): BundleFiles {
  const text = new TextEncoder()
  return {
    manifest: text.encode(canonicalJson(manifest)),
    entries: start.entries.file,
    excluded: buildExcluded(excluded).file,
    log: text.encode(log.map((event) => `${canonicalJson(event)}\n`).join('')),
  }
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
  append(draw)
  at = draw.at
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
