import { isTag } from '../entries/entry-line.js'
import type { FieldProblem } from '../errors.js'
import { accepted, type Check, hex, integer, isPlainObject, list, nullable, oneOf, record, text } from './form.js'
import type { Beacon, Manifest, Pool, SeedPlan } from './manifest.js'
import { firstRoundAfterClose, roundTime } from './rounds.js'

/** The end of the year 9999: sums of times stay exact integers. */
export const MAX_UNIX = 253_402_300_799
const MAX_COUNT = 0xffff_ffff
/** Section 6 caps it, because every unit costs as many hashes as it has weight. */
const MAX_WEIGHT = 100
const MAX_LIST = 256
/** "At least 24 h after round time" (section 5). */
const FALLBACK_DELAY = 86_400

const unix = integer(0, MAX_UNIX)
const count = integer(0, MAX_COUNT)
const digest = hex(32)
const name = text(256)

const beaconForm: Check = (value, path) => {
  const chained = isPlainObject(value) && value['scheme'] === 'pedersen-bls-chained'
  return record({
    kind: oneOf('drand'),
    chainHash: digest,
    publicKey: hex(chained ? 48 : 96),
    scheme: oneOf('bls-unchained-g1-rfc9380', 'pedersen-bls-chained'),
    period: integer(1, MAX_COUNT),
    genesis: unix,
    round: integer(1, MAX_UNIX),
  })(value, path)
}

const manifestForm = record({
  v: oneOf('tweetup-draw/1'),
  event: name,
  draw: integer(1, MAX_COUNT),
  prev: nullable(digest),
  closesAt: unix,
  rulesSha256: digest,
  seats: count,
  maxUnitSeats: integer(1, MAX_COUNT),
  maxWeight: integer(1, MAX_WEIGHT),
  fill: oneOf('first-fit', 'hold'),
  pools: list(
    record({ id: name, seats: count, tag: nullable(accepted(isTag, 'null or a tag of 1 to 16 characters a-z, 0-9 and -')) }),
    1,
    MAX_LIST,
  ),
  spillTo: nullable(name),
  entries: record({ count, members: count, seats: integer(0, Number.MAX_SAFE_INTEGER), root: digest }),
  excluded: record({ count, root: digest }),
  seed: record({
    mode: oneOf('beacon', 'commit-reveal', 'both'),
    beacon: nullable(beaconForm),
    contributors: list(record({ id: name, commit: digest }), 0, MAX_LIST),
    fallbackAfter: nullable(unix),
  }),
})

/**
 * Everything that is wrong with a manifest (protocol section 4): form first, and when the form is right, the rules between fields.
 * @returns one entry per problem, with the path of the field (`seed.beacon.round`); none when it is a `Manifest`
 */
export function checkManifest(value: unknown): readonly FieldProblem[] {
  return hasManifestForm(value) ? manifestRules(value) : manifestForm(value, '')
}

function hasManifestForm(value: unknown): value is Manifest {
  return manifestForm(value, '').length === 0
}

function manifestRules(manifest: Manifest): readonly FieldProblem[] {
  return [...drawRules(manifest), ...poolRules(manifest), ...seedRules(manifest.seed, manifest.closesAt)]
}

function drawRules({ draw, prev, entries }: Manifest): readonly FieldProblem[] {
  return broken([
    [draw === 1 && prev !== null, 'prev', 'must be null for the first draw of an event'],
    [draw > 1 && prev === null, 'prev', 'must be the commitment of the draw before'],
    [entries.members < entries.count, 'entries.members', `is ${entries.members}, less than the ${entries.count} units`],
    [entries.seats < entries.members, 'entries.seats', `is ${entries.seats}, less than the ${entries.members} members`],
  ])
}

function poolRules({ pools, seats, spillTo }: Manifest): readonly FieldProblem[] {
  const sum = pools.reduce((total, pool) => total + pool.seats, 0)
  const target = pools.find(({ id }) => id === spillTo)
  return broken([
    [sum !== seats, 'seats', `is ${seats}, the pools have ${sum} together`],
    ...repeatedIds(pools).map((index): Rule => [true, `pools[${index}].id`, 'stands there twice']),
    [spillTo !== null && target === undefined, 'spillTo', `names the pool ${JSON.stringify(spillTo)}, which there is not`],
    [target !== undefined && target.tag !== null, 'spillTo', 'must name a pool without a tag'],
  ])
}

function seedRules(plan: SeedPlan, closesAt: number): readonly FieldProblem[] {
  const { mode, beacon, contributors } = plan
  return broken([
    [mode !== 'commit-reveal' && beacon === null, 'seed.beacon', `must name a round in mode ${mode}`],
    [mode !== 'beacon' && contributors.length === 0, 'seed.contributors', `must name somebody in mode ${mode}`],
    ...repeatedIds(contributors).map((index): Rule => [true, `seed.contributors[${index}].id`, 'stands there twice']),
    ...(beacon === null ? [] : [...roundRules(beacon, closesAt), fallbackRule(beacon, plan)]),
  ])
}

function roundRules(beacon: Beacon, closesAt: number): readonly Rule[] {
  const first = firstRoundAfterClose(beacon, closesAt)
  const time = roundTime(beacon, beacon.round)
  return [
    [beacon.round < first, 'seed.beacon.round', `is ${beacon.round}, the first round allowed by a close at ${closesAt} is ${first}`],
    [time > MAX_UNIX, 'seed.beacon.round', `is ${beacon.round}, which comes out after the year 9999`],
  ]
}

/** Without contributors, and in the other modes, there is no fallback that could come too early. */
function fallbackRule(beacon: Beacon, { mode, contributors, fallbackAfter }: SeedPlan): Rule {
  const time = roundTime(beacon, beacon.round)
  return [
    mode === 'beacon' && contributors.length > 0 && fallbackAfter !== null && fallbackAfter < time + FALLBACK_DELAY,
    'seed.fallbackAfter',
    `is ${fallbackAfter}, it must be at least 24 hours after the round's time ${time}`,
  ]
}

type Rule = readonly [isBroken: boolean, path: string, message: string]

function broken(rules: readonly Rule[]): readonly FieldProblem[] {
  return rules.filter(([isBroken]) => isBroken).map(([, path, message]) => ({ path, message }))
}

function repeatedIds(items: readonly Pick<Pool, 'id'>[]): readonly number[] {
  return items.flatMap(({ id }, index) => (items.findIndex((other) => other.id === id) < index ? [index] : []))
}
