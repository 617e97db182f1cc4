import { describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { runPython } from '../../../test/support/python.js'
import { type BundleFiles, canonicalJson, commitmentOf, freeSeats, placements, rankedUnits, seatCounts, waitlist } from '../src/index.js'
import { arbitraryStory, bundleOf, play, type Played, type Story } from './arbitrary-draw.js'
import { checkBundle } from './check-bundle.js'
import { askReference, type ReferenceRequest } from './python-programs.js'
import { arbitraryDamage, damage } from './damage.js'
import { arbitraryForgery, forge } from './forgery.js'
import { drawnByTrialBeacon } from './trial-draw.js'

/** Many runs of real hashing in two languages, on whatever machine this is. */
jest.setTimeout(120_000)

const DRAWS = 400
const DAMAGED = 1500

interface Sample {
  readonly count: number
  readonly seed: number
}

function tell(stories: fc.Arbitrary<Story>, { count, seed }: Sample): { story: Story; played: Played }[] {
  return fc.sample(stories, { numRuns: count, seed }).map((story) => ({ story, played: play(story) }))
}

/** What the engine says of a draw, in the words of the reference. */
function engineAnswer({ manifest }: Story, { states, log, end }: Played): object {
  return {
    refused: null,
    manifestCanonical: canonicalJson(manifest),
    commitment: commitmentOf(manifest),
    root: end.entries.root,
    seed: end.seed,
    order: Array.from(rankedUnits(end), ({ unitId, key }) => [unitId, key]),
    states: states.map((state, index) => ({
      seq: state.seq,
      hash: state.head,
      promoted: log[index]?.promoted,
      ...seatCounts(state),
      out: undefined,
      free: freeSeats(state).map(({ pool, seats }) => [pool, seats]),
      placements: placements(state).map(({ unitId, pool, held }) => [unitId, pool, held]),
      waitlist: waitlist(state),
    })),
    head: end.head,
  }
}

describe('a program written from the protocol alone, in another language', () => {
  it('reproduces every published case', () => {
    const { output, status } = runPython('test/reference/reproduce_vectors.py', ['test/vectors/draw'])
    expect(output.trim()).toBe('{"compared": 340, "different": 0}')
    expect(status).toBe(0)
  })

  it(`recomputes ${DRAWS} random draws of the engine to the byte`, () => {
    const draws = tell(arbitraryStory(), { count: DRAWS, seed: 3 })
    const answers = askReference(draws.map(({ story, played }) => ({ files: bundleOf(story, played) })))
    expect(answers).toHaveLength(DRAWS)
    draws.forEach(({ story, played }, index) => expect(answers[index]).toEqual(engineAnswer(story, played)))
  })

  it('was asked about every kind of draw and of event', () => {
    const draws = tell(arbitraryStory(), { count: DRAWS, seed: 3 })
    const kinds = new Set(
      draws.flatMap(({ story: { manifest, draw, units }, played: { log } }) => [
        `${manifest.seed.mode} drawn by ${draw.mode}`,
        `${manifest.seed.beacon?.scheme}`,
        manifest.fill,
        `spills ${manifest.spillTo !== null}`,
        ...units.flatMap(({ members, seats, weight, tags }) => [
          `group ${members.length > 1}`,
          `guests ${seats > members.length}`,
          `weight ${weight > 1}`,
          `tags ${tags.length}`,
        ]),
        ...log.map(({ type }, index) => `${type} ${log.slice(0, index).some((earlier) => earlier.type === 'draw') ? 'after' : 'before'}`),
      ]),
    )
    const removals = ['withdraw', 'decline', 'expire', 'disqualify']
    const anyTime = [...removals, 'reinstate', 'capacity', 'shrink', 'final'].flatMap((type) => [`${type} before`, `${type} after`])
    expect([...kinds].toSorted()).toEqual(
      [
        ...anyTime,
        'draw before',
        'reduce after',
        'beacon drawn by beacon',
        'beacon drawn by commit-reveal',
        'both drawn by both',
        'commit-reveal drawn by commit-reveal',
        'bls-unchained-g1-rfc9380',
        'pedersen-bls-chained',
        'undefined',
        'first-fit',
        'hold',
        'tags 0',
        'tags 1',
        'tags 2',
        ...['spills', 'group', 'guests', 'weight'].flatMap((what) => [`${what} true`, `${what} false`]),
      ].toSorted(),
    )
  })
})

interface Verdict {
  readonly engine: boolean
  readonly reference: boolean
  /** Why the reference refuses. */
  readonly refused: string | null
}

/** Where the two do not agree, with what was done to the bundle. */
function differences(bundles: readonly { readonly how: unknown }[], verdicts: readonly Verdict[]): unknown[] {
  return verdicts.flatMap((verdict, index) => (verdict.engine === verdict.reference ? [] : [{ how: bundles[index]?.how, ...verdict }]))
}

describe('the engine and that program', () => {
  /** Whether the engine accepts; the reference is asked about all of them at once. */
  async function verdicts(requests: readonly ReferenceRequest[]): Promise<Verdict[]> {
    const answers = askReference(requests)
    return Promise.all(
      requests.map(async ({ files, published }, index) => {
        const { result } = await checkBundle(files, published)
        const refused = answers[index]?.refused ?? null
        return { engine: result.ok, reference: refused === null, refused }
      }),
    )
  }

  /** Secrets instead of a beacon, as most of these signatures are made up. */
  const secret = arbitraryStory().filter(({ draw, units }) => draw.mode === 'commit-reveal' && units.length > 0)

  /** A hundred bundles, each done to in many ways. */
  function spoilt<How>(ways: fc.Arbitrary<How>, spoil: (files: BundleFiles, how: How) => BundleFiles, { count, seed }: Sample) {
    const draws = tell(secret, { count: 100, seed })
    return fc.sample(ways, { numRuns: count, seed }).flatMap((how, index) => {
      const told = draws[index % draws.length]
      if (told === undefined) return []
      const original = bundleOf(told.story, told.played)
      const { commitment, head } = told.played.end
      return [{ how, files: spoil(original, how), published: { commitment, head } }]
    })
  }

  it(`agree on ${DAMAGED} damaged bundles: refused, unless what was published is not known`, async () => {
    const bundles = spoilt(arbitraryDamage, damage, { count: DAMAGED, seed: 11 })
    const informed = await verdicts(bundles)
    expect(informed.filter(({ engine, reference }) => engine || reference)).toEqual([])
    const alone = await verdicts(bundles.map(({ files }) => ({ files })))
    expect(differences(bundles, alone)).toEqual([])
    const accepted = alone.filter(({ engine }) => engine).length
    expect(accepted).toBeGreaterThan(0)
    expect(accepted).toBeLessThan(DAMAGED / 10)
  })

  it(`agree on ${DAMAGED} forged logs in which every hash fits`, async () => {
    const bundles = spoilt(arbitraryForgery, forge, { count: DAMAGED, seed: 12 })
    const found = await verdicts(bundles.map(({ files }) => ({ files })))
    expect(differences(bundles, found)).toEqual([])
    expect(new Set(found.map(({ refused }) => refused)).size).toBeGreaterThan(20)
  })

  it('accept what a trial beacon drew, and no other signature', async () => {
    const { files, log, beacon, chain } = await drawnByTrialBeacon()
    const genuine = [{ signature: chain.signRound(beacon.round).signature, previousSignature: null }]
    const other = chain.signRound(beacon.round + 1).signature
    const forged = { ...files, log: new TextEncoder().encode(canonicalJson({ ...log[0], signature: other })) }
    const found = await verdicts([
      { files, genuine },
      { files: forged, genuine },
    ])
    expect(found.map(({ engine, reference }) => [engine, reference])).toEqual([
      [true, true],
      [false, false],
    ])
  })
})
