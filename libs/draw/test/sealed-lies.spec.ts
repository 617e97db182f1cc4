import { describe, expect, it, jest } from '@jest/globals'
import { type BundleFiles, canonicalJson, leafHash, type Manifest, merkleRoot, toHex } from '../src/index.js'
import { CLOSES_AT, GENESIS, manifestOf } from './arbitrary-draw.js'
import { checkBundle } from './check-bundle.js'
import { askReference, askVerifier } from './python-programs.js'

/** Three programs, on whatever machine this is. */
jest.setTimeout(60_000)

const utf8 = new TextEncoder()
const ticket = (digit: string) => digit.repeat(64)
const honestLines = [`${ticket('1')},${ticket('2')} 3 2 new,old`, `${ticket('3')} 1 1 -`]

function sealOf(lines: readonly string[]): { count: number; root: string } {
  const leaves = new Uint8Array(32 * lines.length)
  lines.forEach((line, index) => leaves.set(leafHash(utf8.encode(line)), 32 * index))
  return { count: lines.length, root: toHex(merkleRoot(leaves)) }
}

interface Lists {
  readonly entries?: readonly string[]
  readonly excluded?: readonly string[]
  readonly members?: number
  readonly seats?: number
}

/** A bundle before the draw, whose manifest seals these lists and says what `changes` says. */
function sealed(lists: Lists = {}, changes: Record<string, unknown> = {}): BundleFiles {
  const { entries = honestLines, excluded = [], members = 3, seats = 4 } = lists
  const rules = manifestOf([], {
    pools: [
      { id: 'new', seats: 1, tag: 'new' },
      { id: 'open', seats: 1, tag: null },
    ],
  })
  const manifest = { ...rules, entries: { ...sealOf(entries), members, seats }, excluded: sealOf(excluded), ...changes }
  const file = (lines: readonly string[]) => utf8.encode(lines.map((line) => `${line}\n`).join(''))
  return { manifest: spelled(manifest), entries: file(entries), excluded: file(excluded), log: new Uint8Array(0) }
}

/** Canonical where that is possible; what canonical JSON cannot say is spelled as plain JSON spells it. */
function spelled(manifest: object): Uint8Array {
  try {
    return utf8.encode(canonicalJson(manifest))
  } catch {
    return utf8.encode(JSON.stringify(manifest))
  }
}

const { seed } = manifestOf([])
const beacon = (changes: Partial<Record<keyof NonNullable<Manifest['seed']['beacon']>, unknown>>) => ({
  seed: { ...seed, beacon: { ...seed.beacon, ...changes } },
})
const person = { id: 'a', commit: 'e'.repeat(64) }
const [group = '', alone = ''] = honestLines
const QUICKNET = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971'

const badLists: readonly [what: string, lists: Lists][] = [
  ['tickets of a group in the wrong order', { entries: [`${ticket('2')},${ticket('1')} 3 2 -`, alone] }],
  ['a ticket twice in a group', { entries: [`${ticket('1')},${ticket('1')} 3 2 -`, alone] }],
  ['a ticket in two units', { entries: [group, `${ticket('2')} 1 1 -`], members: 3 }],
  ['a ticket that is too short', { entries: [`${ticket('1').slice(1)} 3 2 -`, alone], members: 2 }],
  ['a ticket in capitals', { entries: [`${'A'.repeat(64)} 3 2 -`], members: 1, seats: 3 }],
  ['fewer seats than members', { entries: [`${ticket('1')},${ticket('2')} 1 1 -`, `${ticket('3')} 2 1 -`], members: 3, seats: 3 }],
  ['more seats than a unit may have', { entries: [`${ticket('1')} 5 1 -`], members: 1, seats: 5 }],
  ['no weight', { entries: [`${ticket('1')} 1 0 -`], members: 1, seats: 1 }],
  ['more weight than allowed', { entries: [`${ticket('1')} 1 6 -`], members: 1, seats: 1 }],
  ['a leading zero', { entries: [`${ticket('1')} 01 1 -`], members: 1, seats: 1 }],
  ['a sign', { entries: [`${ticket('1')} +1 1 -`], members: 1, seats: 1 }],
  ['tags in the wrong order', { entries: [`${ticket('1')} 1 1 old,new`], members: 1, seats: 1 }],
  ['a tag twice', { entries: [`${ticket('1')} 1 1 new,new`], members: 1, seats: 1 }],
  ['a dash among the tags', { entries: [`${ticket('1')} 1 1 -,new`], members: 1, seats: 1 }],
  ['a tag that is too long', { entries: [`${ticket('1')} 1 1 ${'a'.repeat(17)}`], members: 1, seats: 1 }],
  ['a tag in capitals', { entries: [`${ticket('1')} 1 1 New`], members: 1, seats: 1 }],
  ['no tags and no dash', { entries: [`${ticket('1')} 1 1 `], members: 1, seats: 1 }],
  ['two spaces', { entries: [`${ticket('1')}  1 1 -`], members: 1, seats: 1 }],
  ['a fifth field', { entries: [`${ticket('1')} 1 1 - x`], members: 1, seats: 1 }],
  ['a carriage return', { entries: [`${ticket('1')} 1 1 -\r`], members: 1, seats: 1 }],
  ['lines in the wrong order', { entries: [alone, group] }],
  ['a line twice', { entries: [alone, alone], members: 2, seats: 2 }],
  ['an empty line', { entries: [...honestLines, ''] }],
  ['miscounted tickets', { members: 4 }],
  ['miscounted seats', { seats: 5 }],
  ['excluded lines in the wrong order', { excluded: [`${ticket('9')} x`, `${ticket('8')} x`] }],
  ['a ticket excluded twice', { excluded: [`${ticket('9')} x`, `${ticket('9')} y`] }],
  ['an excluded ticket that takes part', { excluded: [`${ticket('3')} x`] }],
  ['an exclusion without reason', { excluded: [ticket('9')] }],
  ['a reason of two words', { excluded: [`${ticket('9')} no idea`] }],
]

const badManifests: readonly [what: string, changes: Record<string, unknown>][] = [
  ['another version', { v: 'tweetup-draw/2' }],
  ['a field too many', { more: null }],
  ['a field too few', { rulesSha256: undefined }],
  ['no event', { event: '' }],
  ['an event of 257 characters', { event: 'e'.repeat(257) }],
  ['an event that is not ASCII', { event: 'Nachtkijkers Š' }],
  ['a true for a number', { draw: true }],
  ['a text for a number', { maxWeight: '5' }],
  ['half a seat', { seats: 2.5 }],
  ['a first draw with one before it', { prev: 'f'.repeat(64) }],
  ['a second draw without', { draw: 2 }],
  ['a close before time began', { closesAt: -1 }],
  ['rules without a hash', { rulesSha256: 'none' }],
  ['no weight', { maxWeight: 0 }],
  ['weights beyond 100', { maxWeight: 101 }],
  ['no unit with a seat', { maxUnitSeats: 0 }],
  ['another fill rule', { fill: 'best-fit' }],
  ['no pool', { pools: [], seats: 0 }],
  [
    'two pools of one name',
    {
      pools: [
        { id: 'a', seats: 1, tag: null },
        { id: 'a', seats: 1, tag: null },
      ],
    },
  ],
  ['a pool with a field too many', { pools: [{ id: 'a', seats: 2, tag: null, note: 'x' }] }],
  ['a pool for a dash', { pools: [{ id: 'a', seats: 2, tag: '-' }] }],
  ['pools that do not add up', { seats: 3 }],
  ['spilling into nowhere', { spillTo: 'elsewhere' }],
  ['spilling into a pool for some', { spillTo: 'new' }],
  ['another mode', { seed: { ...seed, mode: 'dice' } }],
  ['no beacon', { seed: { ...seed, beacon: null } }],
  ['no contributors', { seed: { ...seed, mode: 'both' } }],
  ['two contributors of one name', { seed: { ...seed, mode: 'both', contributors: [person, person] } }],
  ['a fallback on the same day', { seed: { ...seed, contributors: [person], fallbackAfter: CLOSES_AT + 80_000 } }],
  ['a round that is out before the close', beacon({ round: 100 })],
  ['a round nine minutes after the close', beacon({ round: (CLOSES_AT + 540 - GENESIS) / 30 + 1 })],
  ['a period of nothing', beacon({ period: 0 })],
  ['a beacon of another kind', beacon({ kind: 'nist' })],
  ['another scheme', beacon({ scheme: 'trust-me' })],
  ['the hash of a public chain with other times', beacon({ chainHash: QUICKNET })],
]

describe('what is sealed although it breaks a rule', () => {
  it('is the only thing wrong with these bundles', async () => {
    const honest = sealed()
    expect((await checkBundle(honest)).failed).toEqual([])
    expect(askReference([{ files: honest }])[0]).toMatchObject({ refused: null })
    expect(askVerifier([{ files: honest }])[0]).toMatchObject({ status: 0 })
  })

  it.each([
    {
      kind: 'a list',
      engineStep: ['list'],
      verifierStep: 'list',
      cases: badLists.map(([what, lists]) => ({ what, files: sealed(lists) })),
    },
    {
      kind: 'a manifest',
      engineStep: ['form', 'beacon'],
      verifierStep: 'manifest',
      cases: badManifests.map(([what, changes]) => ({ what, files: sealed({}, changes) })),
    },
  ])('is refused by all three programs when it is $kind', async ({ engineStep, verifierStep, cases }) => {
    const references = askReference(cases)
    const verifiers = askVerifier(cases)
    for (const [index, { what, files }] of cases.entries()) {
      const [failed = 'nothing failed'] = (await checkBundle(files)).failed
      expect({ what, engine: engineStep.includes(failed) }).toEqual({ what, engine: true })
      expect({ what, refused: typeof references[index]?.refused }).toEqual({ what, refused: 'string' })
      const { status, output } = verifiers[index] ?? { status: 0, output: '' }
      expect({ what, status, step: /^(\w+) +FAILED/m.exec(output)?.[1] }).toEqual({ what, status: 1, step: verifierStep })
    }
  })
})
