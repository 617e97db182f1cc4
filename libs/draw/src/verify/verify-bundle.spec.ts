import { readFileSync } from 'node:fs'
import { describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryStory, CLOSES_AT, manifestOf, play, type Story } from '../../test/arbitrary-draw.js'
import { beaconFromInfo } from '../beacon/beacon-from-info.js'
import { createTrialChain } from '../beacon/create-trial-chain.js'
import { KNOWN_CHAINS } from '../beacon/known-chains.js'
import { canonicalJson } from '../canonical/canonical-json.js'
import { buildEntries } from '../entries/build-entries.js'
import { buildExcluded } from '../entries/build-excluded.js'
import type { EntryUnit } from '../entries/entry-list.js'
import { appendEvent } from '../log/append-event.js'
import { eventHash } from '../log/event-hash.js'
import type { LogEvent } from '../log/log-event.js'
import { openDraw } from '../log/open-draw.js'
import type { Manifest } from '../manifest/manifest.js'
import { firstRoundAfterClose, roundTime } from '../manifest/rounds.js'
import { bundleFromJson } from './bundle-from-json.js'
import { verifyBundle } from './verify-bundle.js'
import type { BundleFiles, VerifyOptions, VerifyResult, VerifyStep } from './verify-step.js'

/** Many runs of real hashing, on whatever machine this is. */
jest.setTimeout(60_000)

const utf8 = new TextEncoder()
const units: readonly EntryUnit[] = ['1', '2', '3', '4'].map((digit) => ({ members: [digit.repeat(64)], seats: 1, weight: 1, tags: [] }))

interface Checked {
  readonly result: VerifyResult
  readonly steps: readonly VerifyStep[]
  readonly failed: readonly string[]
}

async function check(files: BundleFiles, options?: VerifyOptions): Promise<Checked> {
  const steps: VerifyStep[] = []
  const checks = verifyBundle(files, options)
  for (;;) {
    const next = await checks.next()
    if (next.done === true)
      return { result: next.value, steps, failed: steps.filter(({ status }) => status === 'failed').map(({ id }) => id) }
    steps.push(next.value)
  }
}

function statuses({ steps }: Checked): string {
  return steps.map(({ id, status }) => `${id} ${status}`).join(', ')
}

function logFile(events: readonly object[]): Uint8Array {
  return utf8.encode(events.map((event) => `${canonicalJson(event)}\n`).join(''))
}

function filesOf(manifest: object, entries: Uint8Array, log: readonly object[], excluded: Uint8Array | null = null): BundleFiles {
  return { manifest: utf8.encode(canonicalJson(manifest)), entries, excluded, log: logFile(log) }
}

/** Four people, two seats, a real signature of a trial beacon, and one decline. */
async function drawnByTrialBeacon(changes: Partial<Manifest> = {}) {
  const chain = await createTrialChain({ secret: new Uint8Array(32).fill(7), period: 3, genesis: CLOSES_AT - 86_400, beaconId: 'trial' })
  const round = firstRoundAfterClose({ period: 3, genesis: chain.info.genesis_time }, CLOSES_AT)
  const beacon = beaconFromInfo(chain.info, round)
  const manifest = manifestOf(units, { seed: { mode: 'beacon', beacon, contributors: [], fallbackAfter: null }, ...changes })
  const entries = buildEntries(units, manifest)
  const { signature } = chain.signRound(round)
  const at = roundTime(beacon, round)
  const draw = appendEvent(openDraw(manifest, entries), {
    type: 'draw',
    at,
    mode: 'beacon',
    signature,
    previousSignature: null,
    secrets: null,
  })
  const decline = appendEvent(draw.state, { type: 'decline', at: at + 60, unit: draw.promoted[0]?.[0] ?? '', reason: 'applicant' })
  return {
    chain,
    beacon,
    manifest,
    entries,
    draw,
    decline,
    log: [draw.event, decline.event],
    files: filesOf(manifest, entries.file, [draw.event, decline.event]),
  }
}

const trial = await drawnByTrialBeacon()

describe('a proof bundle', () => {
  it('that holds says so at every step, and gives the three values', async () => {
    const { state } = trial.decline
    const checked = await check(trial.files, { commitment: state.commitment, head: state.head })
    expect(statuses(checked)).toBe('form ok, list ok, seal ok, log ok, beacon ok, number ok, order ok, seats ok, head ok')
    expect(checked.result).toEqual({
      ok: true,
      drawn: true,
      guarantee: 'unknown-beacon',
      commitment: state.commitment,
      seed: state.seed,
      head: state.head,
    })
  })

  it('says that a trial beacon is not public', async () => {
    const { steps } = await check(trial.files)
    expect(steps.find(({ id }) => id === 'beacon')).toMatchObject({ status: 'ok', facts: { kind: 'trial' } })
    expect(steps.find(({ id }) => id === 'beacon')?.detail).toContain('trial beacon, not public')
  })

  it('before the draw holds so far', async () => {
    const empty = await check(filesOf(trial.manifest, trial.entries.file, []))
    expect(statuses(empty)).toBe('form ok, list ok, seal ok, log ok, beacon ok, number not-yet, order not-yet, seats ok, head ok')
    expect(empty.result).toEqual({
      ok: true,
      drawn: false,
      guarantee: 'unknown-beacon',
      commitment: trial.draw.state.commitment,
      seed: null,
      head: trial.draw.state.commitment,
    })
  })

  it('with a head that was published is caught when its tail is cut off', async () => {
    const cut = filesOf(trial.manifest, trial.entries.file, trial.log.slice(0, 1))
    expect((await check(cut)).result.ok).toBe(true)
    const checked = await check(cut, { head: trial.decline.hash })
    expect(statuses(checked)).toMatch(/seats ok, head failed$/)
    expect(checked.result.ok).toBe(false)
  })

  it('under another commitment than the published one fails its seal, and tells the rest', async () => {
    const checked = await check(trial.files, { commitment: 'f'.repeat(64) })
    expect(checked.failed).toEqual(['seal'])
    expect(checked.result).toMatchObject({ ok: false, seed: trial.draw.state.seed, head: trial.decline.hash })
  })

  it('names the earlier draw of the same event', async () => {
    const prev = 'e'.repeat(64)
    const second = await drawnByTrialBeacon({ draw: 2, prev })
    const { steps, result } = await check(second.files)
    expect(result.ok).toBe(true)
    expect(steps[0]).toMatchObject({ facts: { draw: 2, prev } })
    expect(steps[0]?.detail).toContain(`an earlier draw of this event has the commitment ${prev}`)
  })
})

describe('the guarantee', () => {
  const vector = (name: string) => bundleFromJson(readFileSync(`test/vectors/draw/${name}.json`, 'utf8'))

  it('of a public beacon, of the secrets of several and of none at all is told', async () => {
    expect((await check(vector('01-uniform'))).result.guarantee).toBe('public-beacon')
    expect((await check(vector('07-fallback'))).result.guarantee).toBe('several-secrets')
    expect((await check({ ...trial.files, manifest: utf8.encode('{}') })).result.guarantee).toBe(null)
  })

  it('of a single contributor is told before the draw already', async () => {
    const seed = {
      mode: 'commit-reveal',
      beacon: null,
      contributors: [{ id: 'organizer', commit: 'd'.repeat(64) }],
      fallbackAfter: null,
    } as const
    const manifest = manifestOf(units, { seed })
    expect((await check(filesOf(manifest, buildEntries(units, manifest).file, []))).result.guarantee).toBe('one-secret')
  })
})

describe('a forged bundle', () => {
  const { manifest, entries, log, draw, decline } = trial

  /** Chains the events anew, as a forger would: only what the rules say can give the forgery away. */
  function forged(events: readonly LogEvent[]): Promise<Checked> {
    const chained: LogEvent[] = []
    let { commitment: prev } = openDraw(manifest, entries)
    for (const event of events) {
      const line: LogEvent = { ...event, seq: chained.length + 1, prev }
      chained.push(line)
      prev = eventHash(line)
    }
    return check(filesOf(manifest, entries.file, chained))
  }

  it.each<[string, () => Promise<Checked>, string]>([
    ['a second draw', () => forged([...log, { ...draw.event, at: decline.event.at }]), 'log'],
    ['a time that goes back', () => forged([draw.event, { ...decline.event, at: draw.event.at - 1 }]), 'log'],
    ['a time before the close', () => forged([{ ...decline.event, promoted: [], at: CLOSES_AT - 1 }]), 'log'],
    ['a repeated line', () => check(filesOf(manifest, entries.file, [draw.event, decline.event, decline.event])), 'log'],
    ['a missing line', () => check(filesOf(manifest, entries.file, [decline.event])), 'log'],
    ['a draw before its round', () => forged([{ ...draw.event, at: CLOSES_AT }]), 'number'],
    ['a friend promoted', () => forged([draw.event, { ...decline.event, promoted: [[entries.root, 'open']] }]), 'seats'],
    ['nobody promoted', () => forged([draw.event, { ...decline.event, promoted: [] }]), 'seats'],
    ['a decline for a stranger', () => forged([draw.event, { ...decline.event, unit: 'f'.repeat(64) } as LogEvent]), 'seats'],
    ['another seed', () => forged([{ ...draw.event, seed: 'f'.repeat(64) } as LogEvent]), 'number'],
    ['another order', () => forged([{ ...draw.event, order: 'f'.repeat(64) } as LogEvent]), 'order'],
    ['another randomness', () => forged([{ ...draw.event, randomness: 'f'.repeat(64) } as LogEvent]), 'number'],
    ['the signature of another round', () => forgedSignature(trial.chain.signRound(trial.beacon.round + 1).signature), 'number'],
    ['a signature out of thin air', () => forgedSignature('4'.repeat(96)), 'number'],
    ['a public chain hash with another key', () => borrowedName(), 'beacon'],
    ['a public key under another chain hash', () => borrowedKey(), 'beacon'],
    ['another list', () => check(filesOf(manifest, buildEntries(units.slice(1), manifest).file, log)), 'list'],
    ['other rules', () => check(filesOf({ ...manifest, maxUnitSeats: 3 }, entries.file, log)), 'log'],
    ['a manifest that is none', () => check(filesOf({ ...manifest, fill: 'mine' }, entries.file, log)), 'form'],
  ])('with %s fails', async (_, make, step) => {
    const checked = await make()
    expect(checked.failed).toEqual([step])
    expect(checked.result.ok).toBe(false)
  })

  /** Everything consistent with the signature, only that the beacon never gave it. */
  async function forgedSignature(signature: string): Promise<Checked> {
    const { event } = appendEvent(openDraw(manifest, entries), {
      type: 'draw',
      at: draw.event.at,
      mode: 'beacon',
      signature,
      previousSignature: null,
      secrets: null,
    })
    return check(filesOf(manifest, entries.file, [event]))
  }

  async function borrowedName(): Promise<Checked> {
    const beacon = { ...trial.beacon, chainHash: KNOWN_CHAINS[0]?.chainHash ?? '' }
    const rules = { ...manifest, seed: { ...manifest.seed, beacon } }
    const { event } = appendEvent(openDraw(rules, entries), {
      type: 'draw',
      at: draw.event.at,
      mode: 'beacon',
      signature: trial.chain.signRound(beacon.round).signature,
      previousSignature: null,
      secrets: null,
    })
    return check(filesOf(rules, entries.file, [event]))
  }

  /** The public chain's key with a genesis that lets a round that everybody knows come out after the close. */
  function borrowedKey(): Promise<Checked> {
    const { kind, publicKey, scheme, period } = KNOWN_CHAINS[0] ?? trial.beacon
    const beacon = { kind, publicKey, scheme, period, chainHash: 'a'.repeat(64), genesis: CLOSES_AT + 600 - 999 * 3, round: 1000 }
    const rules = { ...manifest, seed: { ...manifest.seed, beacon } }
    return check(filesOf(rules, entries.file, []))
  }

  it('names the first promotion that differs, however long the list', async () => {
    const promoted = [...draw.event.promoted.slice(0, 1), [entries.root, 'open'] as const, ...draw.event.promoted.slice(2)]
    const { steps } = await forged([{ ...draw.event, promoted }])
    expect(steps.find(({ id }) => id === 'seats')?.detail).toBe(
      `event 1: promoted[1] is ["${entries.root}","open"], by the rules it is ["${draw.event.promoted[1]?.[0]}","open"]`,
    )
    const cut = await forged([{ ...draw.event, promoted: draw.event.promoted.slice(0, 1) }])
    expect(cut.steps.find(({ id }) => id === 'seats')?.detail).toMatch(/^event 1: promoted\[1\] is missing, by the rules it is \["/)
    const added = await forged([{ ...draw.event, promoted: [...draw.event.promoted, [entries.root, 'open']] }])
    expect(added.steps.find(({ id }) => id === 'seats')?.detail).toMatch(
      /^event 1: promoted\[2\] is \[.*\], by the rules the list ends before it$/,
    )
  })

  it('is read no further than its manifest counts', async () => {
    const longer = (file: Uint8Array) => Uint8Array.from([...file, ...utf8.encode(`${'9'.repeat(64)} 1 1 -\n`.repeat(3))])
    const list = (files: Partial<BundleFiles>) => check({ ...trial.files, ...files }).then(({ steps }) => steps[1]?.detail)
    expect(await list({ entries: longer(entries.file) })).toBe('entries: line 5 is one too many, the manifest counts 4')
    expect(await list({ excluded: longer(new Uint8Array(0)) })).toBe('excluded: line 1 is one too many, the manifest counts 0')
  })

  it('skips what can no longer be checked', async () => {
    expect(statuses(await check({ ...trial.files, manifest: utf8.encode('{}') }))).toBe(
      'form failed, list skipped, seal skipped, log skipped, beacon skipped, number skipped, order skipped, seats skipped, head skipped',
    )
  })
})

describe('the excluded file', () => {
  const excluded = buildExcluded([{ ticketId: '9'.repeat(64), reason: 'duplicate' }])
  const counted = { excluded: { count: excluded.count, root: excluded.root } }

  async function withExcluded(rules: Partial<Manifest>, file: Uint8Array | null): Promise<Checked> {
    const { files } = await drawnByTrialBeacon(rules)
    return check({ ...files, excluded: file })
  }

  it('is checked against count and root', async () => {
    expect((await withExcluded(counted, excluded.file)).result.ok).toBe(true)
    expect((await withExcluded({}, new Uint8Array(0))).result.ok).toBe(true)
    expect((await withExcluded({}, excluded.file)).failed).toEqual(['list'])
    expect((await withExcluded({ excluded: { count: 1, root: 'f'.repeat(64) } }, excluded.file)).failed).toEqual(['list'])
  })

  it('may be missing only when nobody was excluded', async () => {
    expect((await withExcluded({}, null)).result.ok).toBe(true)
    expect((await withExcluded(counted, null)).failed).toEqual(['list'])
  })

  it('cannot hold a ticket that is in the entries', async () => {
    const twice = buildExcluded([{ ticketId: '1'.repeat(64), reason: 'duplicate' }])
    expect((await withExcluded({ excluded: { count: 1, root: twice.root } }, twice.file)).failed).toEqual(['list'])
  })
})

describe('a bundle as one JSON document', () => {
  it('gives the same files', () => {
    const { manifest, entries, log, files } = trial
    const lines = new TextDecoder().decode(entries.file).trimEnd().split('\n')
    expect(bundleFromJson(JSON.stringify({ bundle: { manifest, entries: lines, log } }, null, 2))).toEqual(files)
    expect(bundleFromJson(JSON.stringify({ bundle: { manifest, entries: lines, excluded: [], log } })).excluded).toEqual(new Uint8Array(0))
  })

  it.each([
    ['no JSON', '{', 'is not JSON'],
    ['no bundle', '{}', 'bundle must be an object'],
    ['no manifest', '{"bundle":{"entries":[],"log":[]}}', 'bundle.manifest must be an object'],
    ['entries that are no list', '{"bundle":{"manifest":{},"entries":"x","log":[]}}', 'bundle.entries must be a list of lines'],
    ['a line that is no text', '{"bundle":{"manifest":{},"entries":[1],"log":[]}}', 'bundle.entries[0] must be a line of text'],
    ['a log that is no list', '{"bundle":{"manifest":{},"entries":[],"log":{}}}', 'bundle.log must be a list'],
    ['nesting without end', `{"bundle":{"manifest":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}},"entries":[],"log":[]}}`, 'nested'],
    ['lists without end', '['.repeat(1_000_000), 'nested deeper than 32'],
    ['more than 32 MB', ' '.repeat(33_554_433), 'has 33554433 characters, as JSON it may have 33554432'],
    ['a byte order mark', '\uFEFF{"bundle":{"manifest":{},"entries":[],"log":[]}}', 'begins with a byte order mark'],
    ['a key twice', '{"bundle":{"manifest":{"seats":5,"seats":1},"entries":[],"log":[]}}', 'repeats the key "seats"'],
    [
      'a key twice in two spellings',
      '{"bundle":{"manifest":{},"entries":[],"log":[{"seq":1, "s\\u0065q" :1}]}}',
      'repeats the key "s\\u0065q"',
    ],
    ['two manifests', '{"bundle":{"manifest":{},"manifest":{},"entries":[],"log":[]}}', 'character 25 repeats the key "manifest"'],
    ['two bundles', '{"bundle":{"manifest":{},"entries":[],"log":[]},"bundle":{}}', 'repeats the key "bundle"'],
    ...['1.0', '1e3', '-0', '1000.0000000000000001', '1E0', '1.5', '9007199254740993', '1e400', '1e+21'].map(
      (number): [string, string, string] => [
        `the number ${number}`,
        `{"bundle":{"manifest":{"a":[7,"\\"",${number}]},"entries":[],"log":[]}}`,
        `has the number ${number};`,
      ],
    ),
    ['a line feed within a line', '{"bundle":{"manifest":{},"entries":["a\\nb"],"log":[]}}', 'bundle.entries[0] holds a character outside'],
    [
      'a carriage return',
      '{"bundle":{"manifest":{},"entries":[],"excluded":["a","b\\r"],"log":[]}}',
      'bundle.excluded[1] holds a character outside',
    ],
    ['half a character', '{"bundle":{"manifest":{},"entries":["\\ud800"],"log":[]}}', 'bundle.entries[0] holds a character outside'],
  ])('is refused with %s', (_, text, message) => {
    expect(() => bundleFromJson(text)).toThrow(message)
  })

  it('may have anything beside the bundle', () => {
    const { files, manifest, entries, log } = trial
    const lines = new TextDecoder().decode(entries.file).trimEnd().split('\n')
    const bundle = JSON.stringify({ log, entries: lines, manifest }, null, '\t ')
    const beside = `"a":1.0,"a":{"bundle":-0,"x":[1e3,{"y":1,"y":"\\"}"}],"x":"é"}`
    expect(bundleFromJson(`{${beside}, "bundle" : ${bundle} ,"expect":{"bundle":{"k":1,"k":1.50}}}\n`)).toEqual(files)
  })

  it('hands on what canonical JSON cannot say, so that its check names it', async () => {
    const checked = await check(bundleFromJson('{"bundle":{"manifest":{"event":"café"},"entries":[],"log":[]}}'))
    expect(checked.failed).toEqual(['form'])
    expect(checked.steps[0]?.detail).toContain('is not ASCII')
  })
})

describe('invariant 11: any change of one character is rejected', () => {
  /** Secrets instead of a beacon, so that a run costs no pairing. */
  const bundles = arbitraryStory().filter(({ draw, units: listed }: Story) => draw.mode === 'commit-reveal' && listed.length > 0)
  const changes = fc.record({
    file: fc.constantFrom('manifest', 'entries', 'log'),
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
      fc.asyncProperty(bundles, changes, async (story, { file, place, byte, how }) => {
        const { start, log, end } = play(story)
        const files = filesOf(story.manifest, start.entries.file, log)
        const published = { commitment: end.commitment, head: end.head }
        const original = files[file]
        const tampered = changed(original, place, byte, how)
        fc.pre(Buffer.compare(tampered, original) !== 0)
        // The line feed that ends the log is the one character that says nothing.
        fc.pre(!(file === 'log' && how === 'delete' && place % original.length === original.length - 1))
        expect((await check({ ...files, [file]: tampered }, published)).result.ok).toBe(false)
        expect((await check(files, published)).result.ok).toBe(true)
      }),
      { numRuns: 250 },
    )
  })

  it('in manifest, entries or log of one bundle, all along the files', async () => {
    const { files, decline } = trial
    const published = { commitment: decline.state.commitment, head: decline.state.head }
    for (const file of ['manifest', 'entries', 'log'] as const) {
      for (let place = 0; place < files[file].length; place += 19) {
        const bytes = files[file].with(place, (files[file][place] ?? 0) ^ 0x01)
        expect((await check({ ...files, [file]: bytes }, published)).result.ok).toBe(false)
      }
    }
  })
})
