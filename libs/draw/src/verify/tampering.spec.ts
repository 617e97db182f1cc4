import { describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryStory, bundleOf, CLOSES_AT, manifestOf, play, type Story } from '../../test/arbitrary-draw.js'
import { checkBundle } from '../../test/check-bundle.js'
import { drawnByTrialBeacon } from '../../test/trial-draw.js'
import { buildEntries } from '../entries/build-entries.js'
import { buildExcluded } from '../entries/build-excluded.js'
import type { EntryUnit } from '../entries/entry-list.js'
import { fromHex } from '../hash/hex.js'
import { secretCommitment } from '../seed/secret-commitment.js'
import type { BundleFiles, VerifyOptions } from './verify-step.js'

/** Many runs of real hashing, on whatever machine this is. */
jest.setTimeout(120_000)

const FILES = ['manifest', 'entries', 'excluded', 'log'] as const
type FileName = (typeof FILES)[number]

/** What an organizer would have published beside the bundle. */
interface Published extends VerifyOptions {
  readonly commitment: string
  readonly head: string
}

interface SmallDraw {
  readonly files: BundleFiles & { readonly excluded: Uint8Array }
  readonly published: Published
}

const SECRET = 'ab'.repeat(32)
const EVENT = 'a "night" \\ 1'
const groups: readonly EntryUnit[] = [
  { members: ['1'.repeat(64), '2'.repeat(64)], seats: 3, weight: 2, tags: ['new'] },
  { members: ['3'.repeat(64)], seats: 1, weight: 1, tags: [] },
]

/** A group with a guest and one alone, a reserve that spills over, somebody excluded; secrets, as a pairing costs too much here. */
const rules = {
  event: EVENT,
  seats: 4,
  pools: [
    { id: 'new', seats: 1, tag: 'new' },
    { id: 'open', seats: 3, tag: null },
  ],
  spillTo: 'open',
  seed: {
    mode: 'commit-reveal' as const,
    beacon: null,
    contributors: [{ id: 'fan', commit: secretCommitment(EVENT, fromHex(SECRET)) }],
    fallbackAfter: null,
  },
}

function smallDraw({ drawn, moves }: { drawn: boolean; moves: Story['after'] }): SmallDraw {
  const excluded = [{ ticketId: '9'.repeat(64), reason: 'duplicate' }]
  const { count, root } = buildExcluded(excluded)
  const manifest = manifestOf(groups, { ...rules, excluded: { count, root } })
  const secrets = { signature: null, previousSignature: null, secrets: [SECRET] }
  const story: Story = {
    manifest,
    units: groups,
    excluded,
    before: [],
    draw: { type: 'draw', at: CLOSES_AT + 700, mode: 'commit-reveal', ...secrets },
    after: moves,
  }
  const { start, log, end } = play(story)
  const files = bundleOf(story, { start, log: drawn ? log : [] })
  return {
    files: { ...files, excluded: files.excluded ?? new Uint8Array(0) },
    published: { commitment: end.commitment, head: drawn ? end.head : end.commitment },
  }
}

const DRAWS: readonly { title: string; draw: SmallDraw }[] = [
  { title: 'sealed and not yet drawn', draw: smallDraw({ drawn: false, moves: [] }) },
  { title: 'drawn', draw: smallDraw({ drawn: true, moves: [] }) },
  {
    title: 'drawn, with a seat given back and a withdrawal',
    draw: smallDraw({
      drawn: true,
      moves: [
        { type: 'reduce', pick: 0, seats: 1 },
        { type: 'withdraw', pick: 1, seats: 1 },
      ],
    }),
  },
]

/**
 * Where a change cannot be seen from the bundle alone (docs/draw.md, Heads): the manifest while no line of the log names its hash, and
 * in the last line what no rule gives, its time and its reason.
 */
function unseenPlaces({ files }: SmallDraw, file: FileName): (place: number) => boolean {
  if (file === 'manifest') return () => files.log.length === 0
  if (file !== 'log') return () => false
  const text = Buffer.from(files.log).toString('latin1')
  const last = text.lastIndexOf('\n{') + 1
  const values = [...text.slice(last).matchAll(/"(?:at":\d+|reason":"[^"]+)/g)].map(({ 0: found, index }) => [
    last + index,
    last + index + found.length,
  ])
  return (place) => values.some(([from = 0, to = 0]) => place >= from && place < to)
}

describe('a bundle in which one byte was changed', () => {
  async function judge({ files, published }: SmallDraw, file: FileName, place: number, byte: number) {
    const tampered = { ...files, [file]: files[file].with(place, byte) }
    const alone = (await checkBundle(tampered)).result.ok
    return { alone, informed: alone && (await checkBundle(tampered, published)).result.ok }
  }

  /** Every place with three other values, and every 23rd place with all 255. */
  function valuesAt(place: number, original: number): number[] {
    const few = [original ^ 0x01, original ^ 0x20, (original + 101) % 256]
    const all = Array.from({ length: 255 }, (_, step) => (original + 1 + step) % 256)
    return place % 23 === 0 ? all : few
  }

  describe.each(DRAWS)('of a draw that is $title', ({ draw }) => {
    it('holds as long as nobody changed it', async () => {
      expect((await checkBundle(draw.files, draw.published)).result.ok).toBe(true)
    })

    it.each(FILES.filter((file) => draw.files[file].length > 0))('is refused when it is in %s', async (file) => {
      const cannotBeSeen = unseenPlaces(draw, file)
      let changes = 0
      for (const [place, original] of draw.files[file].entries()) {
        for (const byte of valuesAt(place, original)) {
          const { alone, informed } = await judge(draw, file, place, byte)
          if (informed || (alone && !cannotBeSeen(place))) throw new Error(`byte ${place} of ${file} as ${byte} is not noticed`)
          changes += 1
        }
      }
      expect(changes).toBeGreaterThanOrEqual(3 * draw.files[file].length)
    })
  })

  it('needs the published head or commitment to be seen in very few places, and there it is', async () => {
    const unseen: string[] = []
    for (const { title, draw } of DRAWS) {
      for (const file of FILES) {
        for (const [place, original] of draw.files[file].entries()) {
          if (!unseenPlaces(draw, file)(place)) continue
          const { alone } = await judge(draw, file, place, original ^ 0x01)
          if (alone && !unseen.includes(`${title}: ${file}`)) unseen.push(`${title}: ${file}`)
        }
      }
    }
    expect(unseen).toEqual(['sealed and not yet drawn: manifest', 'drawn: log', 'drawn, with a seat given back and a withdrawal: log'])
  })

  it('is refused all along the files when a beacon made the number', async () => {
    const { files, decline } = await drawnByTrialBeacon()
    const published = { commitment: decline.state.commitment, head: decline.state.head }
    for (const file of ['manifest', 'entries', 'log'] as const) {
      for (let place = 0; place < files[file].length; place += 19) {
        const bytes = files[file].with(place, (files[file][place] ?? 0) ^ 0x01)
        expect((await checkBundle({ ...files, [file]: bytes }, published)).result.ok).toBe(false)
      }
    }
  })
})

describe('invariant 11: any change of one character is rejected', () => {
  /** Secrets instead of a beacon, so that a run costs no pairing. */
  const stories = arbitraryStory().filter(({ draw, units: listed }: Story) => draw.mode === 'commit-reveal' && listed.length > 0)
  const changes = fc.record({
    file: fc.constantFrom('manifest' as const, 'entries' as const, 'log' as const),
    place: fc.nat(),
    byte: fc.nat(255),
    how: fc.constantFrom('replace', 'insert', 'delete'),
  })

  function changed(bytes: Uint8Array, place: number, byte: number, how: string): Uint8Array {
    const at = place % bytes.length
    if (how === 'replace') return bytes.with(at, byte)
    if (how === 'delete') return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1)])
    return Uint8Array.from([...bytes.subarray(0, at), byte, ...bytes.subarray(at)])
  }

  it('in manifest, entries or log, when commitment and head were published', async () => {
    await fc.assert(
      fc.asyncProperty(stories, changes, async (story, { file, place, byte, how }) => {
        const played = play(story)
        const files = bundleOf(story, played)
        const published = { commitment: played.end.commitment, head: played.end.head }
        const original = files[file]
        const tampered = changed(original, place, byte, how)
        fc.pre(Buffer.compare(tampered, original) !== 0)
        // The line feed that ends the log is the one character that says nothing.
        fc.pre(!(file === 'log' && how === 'delete' && place % original.length === original.length - 1))
        expect((await checkBundle({ ...files, [file]: tampered }, published)).result.ok).toBe(false)
        expect((await checkBundle(files, published)).result.ok).toBe(true)
      }),
      { numRuns: 250 },
    )
  })
})

describe('an entry that is added after the commitment', () => {
  const { files, published } = smallDraw({ drawn: true, moves: [] })
  const late: EntryUnit = { members: ['4'.repeat(64)], seats: 1, weight: 5, tags: ['new'] }
  const longer = buildEntries([...groups, late], { maxUnitSeats: 4, maxWeight: 5 })
  const { commitment } = published

  it('does not fit the sealed count and root', async () => {
    const { failed, result } = await checkBundle({ ...files, entries: longer.file })
    expect(failed).toEqual(['list'])
    expect(result.ok).toBe(false)
  })

  it('does not fit the published commitment when the manifest is made to fit', async () => {
    const resealed = new TextEncoder().encode(
      Buffer.from(files.manifest)
        .toString()
        .replace(/"entries":\{[^}]*\}/, JSON.stringify({ entries: { count: 3, members: 4, root: longer.root, seats: 5 } }).slice(1, -1)),
    )
    const { failed } = await checkBundle({ ...files, manifest: resealed, entries: longer.file, log: new Uint8Array(0) }, { commitment })
    expect(failed).toEqual(['seal'])
    const withLog = await checkBundle({ ...files, manifest: resealed, entries: longer.file }, { commitment })
    expect(withLog.failed).toEqual(['seal', 'log'])
  })
})
