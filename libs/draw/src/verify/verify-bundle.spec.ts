import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { CLOSES_AT, manifestOf } from '../../test/arbitrary-draw.js'
import { type Checked, checkBundle } from '../../test/check-bundle.js'
import { drawnByTrialBeacon, filesOf, fourPeople } from '../../test/trial-draw.js'
import { KNOWN_CHAINS } from '../beacon/known-chains.js'
import { buildEntries } from '../entries/build-entries.js'
import { buildExcluded } from '../entries/build-excluded.js'
import { appendEvent } from '../log/append-event.js'
import { eventHash } from '../log/event-hash.js'
import type { LogEvent } from '../log/log-event.js'
import { openDraw } from '../log/open-draw.js'
import type { Manifest } from '../manifest/manifest.js'
import { bundleFromJson } from './bundle-from-json.js'
import type { BundleFiles } from './verify-step.js'

const utf8 = new TextEncoder()

function statuses({ steps }: Checked): string {
  return steps.map(({ id, status }) => `${id} ${status}`).join(', ')
}

const trial = await drawnByTrialBeacon()

describe('a proof bundle', () => {
  it('that holds says so at every step, and gives the three values', async () => {
    const { state } = trial.decline
    const checked = await checkBundle(trial.files, { commitment: state.commitment, head: state.head })
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

  it('tells how far it is within the steps that take long', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      members: [index.toString(16).padStart(64, '0')],
      seats: 1,
      weight: 1,
      tags: [],
    }))
    const { files } = await drawnByTrialBeacon({}, many)
    const told: string[] = []
    await checkBundle(files, { progress: (step, done, total) => told.push(`${step} ${done} of ${total}`) })
    expect(told).toEqual(['list 16384 of 20000', 'list 20000 of 20000', 'order 16384 of 20000', 'order 20000 of 20000'])
  })

  it('says that a trial beacon is not public', async () => {
    const { steps } = await checkBundle(trial.files)
    expect(steps.find(({ id }) => id === 'beacon')).toMatchObject({ status: 'ok', facts: { kind: 'trial' } })
    expect(steps.find(({ id }) => id === 'beacon')?.detail).toContain('trial beacon, not public')
  })

  it('before the draw holds so far', async () => {
    const empty = await checkBundle(filesOf(trial.manifest, trial.entries.file, []))
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
    expect((await checkBundle(cut)).result.ok).toBe(true)
    const checked = await checkBundle(cut, { head: trial.decline.hash })
    expect(statuses(checked)).toMatch(/seats ok, head failed$/)
    expect(checked.result.ok).toBe(false)
  })

  it('under another commitment than the published one fails its seal, and tells the rest', async () => {
    const checked = await checkBundle(trial.files, { commitment: 'f'.repeat(64) })
    expect(checked.failed).toEqual(['seal'])
    expect(checked.result).toMatchObject({ ok: false, seed: trial.draw.state.seed, head: trial.decline.hash })
  })

  it('names the earlier draw of the same event', async () => {
    const prev = 'e'.repeat(64)
    const second = await drawnByTrialBeacon({ draw: 2, prev })
    const { steps, result } = await checkBundle(second.files)
    expect(result.ok).toBe(true)
    expect(steps[0]).toMatchObject({ facts: { draw: 2, prev } })
    expect(steps[0]?.detail).toContain(`an earlier draw of this event has the commitment ${prev}`)
  })
})

describe('the guarantee', () => {
  const vector = (name: string) => bundleFromJson(readFileSync(`test/vectors/draw/${name}.json`, 'utf8'))

  it('of a public beacon, of the secrets of several and of none at all is told', async () => {
    expect((await checkBundle(vector('01-uniform'))).result.guarantee).toBe('public-beacon')
    expect((await checkBundle(vector('07-fallback'))).result.guarantee).toBe('several-secrets')
    expect((await checkBundle({ ...trial.files, manifest: utf8.encode('{}') })).result.guarantee).toBe(null)
  })

  it('of a single contributor is told before the draw already', async () => {
    const seed = {
      mode: 'commit-reveal',
      beacon: null,
      contributors: [{ id: 'organizer', commit: 'd'.repeat(64) }],
      fallbackAfter: null,
    } as const
    const manifest = manifestOf(fourPeople, { seed })
    expect((await checkBundle(filesOf(manifest, buildEntries(fourPeople, manifest).file, []))).result.guarantee).toBe('one-secret')
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
    return checkBundle(filesOf(manifest, entries.file, chained))
  }

  it.each<[string, () => Promise<Checked>, string]>([
    ['a second draw', () => forged([...log, { ...draw.event, at: decline.event.at }]), 'log'],
    ['a time that goes back', () => forged([draw.event, { ...decline.event, at: draw.event.at - 1 }]), 'log'],
    ['a time before the close', () => forged([{ ...decline.event, promoted: [], at: CLOSES_AT - 1 }]), 'log'],
    ['a repeated line', () => checkBundle(filesOf(manifest, entries.file, [draw.event, decline.event, decline.event])), 'log'],
    ['a missing line', () => checkBundle(filesOf(manifest, entries.file, [decline.event])), 'log'],
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
    ['another list', () => checkBundle(filesOf(manifest, buildEntries(fourPeople.slice(1), manifest).file, log)), 'list'],
    ['other rules', () => checkBundle(filesOf({ ...manifest, maxUnitSeats: 3 }, entries.file, log)), 'log'],
    ['a manifest that is none', () => checkBundle(filesOf({ ...manifest, fill: 'mine' }, entries.file, log)), 'form'],
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
    return checkBundle(filesOf(manifest, entries.file, [event]))
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
    return checkBundle(filesOf(rules, entries.file, [event]))
  }

  /** The public chain's key with a genesis that lets a round that everybody knows come out after the close. */
  function borrowedKey(): Promise<Checked> {
    const { kind, publicKey, scheme, period } = KNOWN_CHAINS[0] ?? trial.beacon
    const beacon = { kind, publicKey, scheme, period, chainHash: 'a'.repeat(64), genesis: CLOSES_AT + 600 - 999 * 3, round: 1000 }
    const rules = { ...manifest, seed: { ...manifest.seed, beacon } }
    return checkBundle(filesOf(rules, entries.file, []))
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
    const list = (files: Partial<BundleFiles>) => checkBundle({ ...trial.files, ...files }).then(({ steps }) => steps[1]?.detail)
    expect(await list({ entries: longer(entries.file) })).toBe('entries: line 5 is one too many, the manifest counts 4')
    expect(await list({ excluded: longer(new Uint8Array(0)) })).toBe('excluded: line 1 is one too many, the manifest counts 0')
  })

  it('skips what can no longer be checked', async () => {
    expect(statuses(await checkBundle({ ...trial.files, manifest: utf8.encode('{}') }))).toBe(
      'form failed, list skipped, seal skipped, log skipped, beacon skipped, number skipped, order skipped, seats skipped, head skipped',
    )
  })
})

describe('the excluded file', () => {
  const excluded = buildExcluded([{ ticketId: '9'.repeat(64), reason: 'duplicate' }])
  const counted = { excluded: { count: excluded.count, root: excluded.root } }

  async function withExcluded(rules: Partial<Manifest>, file: Uint8Array | null): Promise<Checked> {
    const { files } = await drawnByTrialBeacon(rules)
    return checkBundle({ ...files, excluded: file })
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
