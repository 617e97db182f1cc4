import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import {
  asManifest,
  bundleFromJson,
  canonicalJson,
  commitmentOf,
  freeSeats,
  inclusionPath,
  openDraw,
  parseEntries,
  parseLog,
  placements,
  rankedUnits,
  replayLog,
  seatCounts,
  ticketId,
  fromHex,
  toHex,
  verifyBundle,
  verifyInclusion,
  waitlist,
} from './index.js'

interface DrawVector {
  readonly title: string
  readonly tickets: readonly {
    readonly unitId: string
    readonly line: string
    readonly tickets: readonly { readonly nonce: string; readonly holder: string; readonly ticketId: string }[]
  }[]
  readonly bundle: { readonly manifest: { readonly event: string }; readonly entries: readonly string[]; readonly log: readonly unknown[] }
  readonly expect: {
    readonly manifestCanonical: string
    readonly commitment: string
    readonly root: string
    readonly seed: string
    readonly order: readonly (readonly [string, string])[]
    readonly placements: readonly (readonly [string, string, number])[]
    readonly waitlist: readonly string[]
    readonly states: readonly {
      readonly seq: number
      readonly hash: string
      readonly placed: number
      readonly heldSeats: number
      readonly waiting: number
      readonly free: readonly (readonly [string, number])[]
    }[]
    readonly head: string
  }
}

const FILES = ['01-uniform', '02-weighted', '03-reserves-first', '05-groups', '06-withdrawals', '07-fallback']

describe.each(FILES)('vector %s', (name) => {
  const text = readFileSync(`test/vectors/draw/${name}.json`, 'utf8')
  const vector: DrawVector = JSON.parse(text)
  const files = bundleFromJson(text)
  const manifest = asManifest(vector.bundle.manifest)
  const entries = parseEntries(files.entries, manifest)
  const log = parseLog(files.log)
  const final = replayLog(openDraw(manifest, entries), log)

  it('gives the canonical manifest, the commitment and the root', () => {
    expect(canonicalJson(manifest)).toBe(vector.expect.manifestCanonical)
    expect(commitmentOf(manifest)).toBe(vector.expect.commitment)
    expect(entries.root).toBe(vector.expect.root)
  })

  it('gives every ticket id and unit id', () => {
    for (const unit of vector.tickets) {
      const ids = unit.tickets.map(({ nonce, holder }) => ticketId(vector.bundle.manifest.event, fromHex(nonce), holder))
      expect(ids).toEqual(unit.tickets.map((ticket) => ticket.ticketId))
      expect(unit.line.split(' ')[0]).toBe(ids.toSorted().join(','))
      const index = vector.bundle.entries.indexOf(unit.line)
      const leaf = entries.leaves.subarray(32 * index, 32 * index + 32)
      expect(toHex(leaf)).toBe(unit.unitId)
      expect(verifyInclusion(leaf, index, entries.count, inclusionPath(entries.leaves, index), fromHex(entries.root))).toBe(true)
    }
  })

  it('gives the seed and the order with every key', () => {
    expect(final.seed).toBe(vector.expect.seed)
    expect(Array.from(rankedUnits(final), ({ unitId, key }) => [unitId, key])).toEqual(vector.expect.order)
  })

  it('gives the state after every event', () => {
    let state = openDraw(manifest, entries)
    const states = log.map((event) => {
      state = replayLog(state, [event])
      const { placed, heldSeats, waiting } = seatCounts(state)
      return {
        seq: state.seq,
        hash: state.head,
        placed,
        heldSeats,
        waiting,
        free: freeSeats(state).map(({ pool, seats }) => [pool, seats]),
      }
    })
    expect(states).toEqual(vector.expect.states)
  })

  it('gives placements, waitlist and head at the end', () => {
    expect(placements(final).map(({ unitId, pool, held }) => [unitId, pool, held])).toEqual(vector.expect.placements)
    expect(waitlist(final)).toEqual(vector.expect.waitlist)
    expect(final.head).toBe(vector.expect.head)
  })

  it('verifies as a bundle', async () => {
    const steps = verifyBundle(files, { commitment: vector.expect.commitment, head: vector.expect.head })
    let next = await steps.next()
    while (next.done !== true) {
      expect(next.value).toMatchObject({ status: 'ok' })
      next = await steps.next()
    }
    expect(next.value).toEqual({
      ok: true,
      drawn: true,
      guarantee: name === '07-fallback' ? 'several-secrets' : 'public-beacon',
      commitment: vector.expect.commitment,
      seed: vector.expect.seed,
      head: vector.expect.head,
    })
  })
})
