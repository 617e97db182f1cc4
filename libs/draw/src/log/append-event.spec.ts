import { describe, expect, it } from '@jest/globals'
import { CLOSES_AT, manifestOf } from '../../test/arbitrary-draw.js'
import { buildEntries } from '../entries/build-entries.js'
import { listUnits } from '../entries/unit-at.js'
import type { Manifest } from '../manifest/manifest.js'
import { appendEvent } from './append-event.js'
import type { DrawState } from './draw-state.js'
import { rankUnits } from '../order/rank-units.js'
import { seedOfDraw } from '../seed/seed-of-draw.js'
import type { DrawRequest, LogEvent, LogRequest } from './log-event.js'
import { openDraw } from './open-draw.js'
import { parseLog } from './parse-log.js'
import { rankedUnits } from './ranked-units.js'
import { freeSeats, placements, seatCounts, unitStatus, waitlist } from './read-seating.js'
import { replayLog } from './replay-log.js'
import { canonicalJson } from '../canonical/canonical-json.js'

const DRAWN_AT = CLOSES_AT + 700
const DRAW: DrawRequest = { type: 'draw', at: DRAWN_AT, mode: 'beacon', signature: '4'.repeat(96), previousSignature: null, secrets: null }

function units(sizes: readonly number[]) {
  return sizes.map((seats, index) => ({ members: [(index + 1).toString(16).padStart(64, '0')], seats, weight: 1, tags: [] }))
}

function open(sizes: readonly number[], changes: Partial<Manifest> = {}): DrawState {
  const listed = units(sizes)
  const manifest = manifestOf(listed, changes)
  return openDraw(manifest, buildEntries(listed, manifest))
}

/** Eight people, three seats in one pool. */
function eightForThree(): DrawState {
  return open([1, 1, 1, 1, 1, 1, 1, 1], { seats: 3, pools: [{ id: 'open', seats: 3, tag: null }] })
}

function after(state: DrawState, ...requests: readonly LogRequest[]): DrawState {
  return requests.reduce((now, request) => appendEvent(now, request).state, state)
}

function ranks(state: DrawState): string[] {
  return Array.from(rankedUnits(state), ({ unitId }) => unitId)
}

function placed(state: DrawState): string[] {
  return placements(state).map(({ unitId }) => unitId)
}

function unitOf(state: DrawState, index: number): string {
  return [...listUnits(state.entries)][index]?.unitId ?? ''
}

describe('before the draw', () => {
  it('there is no order, nobody has a seat, and nothing is promoted', () => {
    const state = eightForThree()
    const {
      event,
      promoted,
      hash,
      state: next,
    } = appendEvent(state, { type: 'withdraw', at: CLOSES_AT, unit: unitOf(state, 0), reason: 'applicant' })
    expect(promoted).toEqual([])
    expect(event).toMatchObject({ seq: 1, prev: state.commitment })
    expect(next).toMatchObject({ seq: 1, head: hash, at: CLOSES_AT, seed: null })
    expect([ranks(next), placed(next), waitlist(next)]).toEqual([[], [], []])
    expect(seatCounts(next)).toEqual({ placed: 0, waiting: 7, out: 1, heldSeats: 0 })
  })

  it('the order may be worked out beforehand, from the seed that the request will give', () => {
    const state = eightForThree()
    const { seed } = seedOfDraw(state.manifest, state.commitment, DRAW)
    const order = rankUnits(state.entries, seed)
    const given = appendEvent(state, DRAW, () => order)
    expect(given).toEqual(appendEvent(state, DRAW))
    expect(given.state.order).toBe(order)
  })

  it('who withdraws keeps the place in the order and is only passed over', () => {
    const drawn = after(eightForThree(), DRAW)
    const best = ranks(drawn)[0] ?? ''
    const passed = after(eightForThree(), { type: 'withdraw', at: CLOSES_AT, unit: best, reason: 'applicant' }, DRAW)
    expect(ranks(passed)).toEqual(ranks(drawn))
    expect(placed(passed)).toEqual(ranks(drawn).slice(1, 4))
  })

  it.each<[string, (state: DrawState) => LogRequest, string]>([
    [
      'reduce',
      (state) => ({ type: 'reduce', at: CLOSES_AT, unit: unitOf(state, 0), seats: 1, reason: 'member' }),
      'has no seats to give back',
    ],
    ['reinstate', (state) => ({ type: 'reinstate', at: CLOSES_AT, unit: unitOf(state, 0), reason: 'appeal' }), 'is not out'],
    [
      'shrink below nothing',
      () => ({ type: 'shrink', at: CLOSES_AT, pool: 'open', seats: 4, reason: 'venue' }),
      'the pool open has 3 seats now',
    ],
    [
      'an event before the close',
      (state) => ({ type: 'withdraw', at: CLOSES_AT - 1, unit: unitOf(state, 0), reason: 'x' }),
      `the log stands at ${CLOSES_AT}`,
    ],
    ['a draw before the round is out', () => ({ ...DRAW, at: CLOSES_AT + 599 }), 'at is'],
  ])('%s is refused', (_, request, message) => {
    const state = eightForThree()
    expect(() => appendEvent(state, request(state))).toThrow(message)
  })
})

describe('the draw', () => {
  it('ranks everybody and places the first', () => {
    const { event, promoted, state } = appendEvent(eightForThree(), DRAW)
    expect(ranks(state)).toHaveLength(8)
    expect(promoted).toEqual(
      ranks(state)
        .slice(0, 3)
        .map((unitId) => [unitId, 'open']),
    )
    expect(waitlist(state)).toEqual(ranks(state).slice(3))
    expect(event).toMatchObject({ type: 'draw', seed: state.seed, order: state.order?.hash })
  })

  it('happens once', () => {
    expect(() => appendEvent(after(eightForThree(), DRAW), DRAW)).toThrow('there is no redraw')
  })

  it('leaves the state that it started from as it was', () => {
    const state = eightForThree()
    const copy = structuredClone(state)
    appendEvent(state, DRAW)
    expect(state).toEqual(copy)
  })
})

describe('after the draw', () => {
  const drawn = after(eightForThree(), DRAW)
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = ranks(drawn)
  const at = DRAWN_AT + 1

  it.each(['withdraw', 'decline', 'expire', 'disqualify'] as const)('a %s gives the seat to the next', (type) => {
    const { promoted, state } = appendEvent(drawn, { type, at, unit: second, reason: 'applicant' })
    expect(promoted).toEqual([[fourth, 'open']])
    expect(unitStatus(state, second)).toEqual({ state: 'out' })
    expect(placed(state)).toEqual([first, third, fourth])
  })

  it('who waits may leave too, and nobody moves up', () => {
    const { promoted, state } = appendEvent(drawn, { type: 'withdraw', at, unit: fourth, reason: 'applicant' })
    expect(promoted).toEqual([])
    expect(waitlist(state)[0]).toBe(fifth)
  })

  it('who comes back waits at the old place, and displaces nobody', () => {
    const back = after(
      drawn,
      { type: 'disqualify', at, unit: first, reason: 'age' },
      { type: 'reinstate', at, unit: first, reason: 'appeal-upheld' },
    )
    expect(placed(back)).toEqual([second, third, fourth])
    expect(waitlist(back)[0]).toBe(first)
    expect(appendEvent(back, { type: 'decline', at, unit: third, reason: 'applicant' }).promoted).toEqual([[first, 'open']])
  })

  it('more capacity lets more in', () => {
    const { promoted, state } = appendEvent(drawn, { type: 'capacity', at, pool: 'open', seats: 2, reason: 'venue' })
    expect(promoted).toEqual([
      [fourth, 'open'],
      [fifth, 'open'],
    ])
    expect(seatCounts(state)).toEqual({ placed: 5, waiting: 3, out: 0, heldSeats: 5 })
  })

  it('less capacity sends the last placed back to their places, the last first', () => {
    const { promoted, state } = appendEvent(drawn, { type: 'shrink', at, pool: 'open', seats: 2, reason: 'venue' })
    expect(promoted).toEqual([])
    expect(placed(state)).toEqual([first])
    expect(waitlist(state).slice(0, 2)).toEqual([second, third])
    expect(freeSeats(state)).toEqual([{ pool: 'open', seats: 0 }])
  })

  it('a seat that shrink left over from a group goes to who fits', () => {
    const listed = open([3, 3, 1], { seats: 6, pools: [{ id: 'open', seats: 6, tag: null }] })
    const solo = unitOf(listed, 2)
    const groups = after(listed, { type: 'withdraw', at: CLOSES_AT, unit: solo, reason: 'x' }, DRAW, {
      type: 'reinstate',
      at,
      unit: solo,
      reason: 'x',
    })
    const [best = '', last = ''] = placed(groups)
    const { promoted, state } = appendEvent(groups, { type: 'shrink', at, pool: 'open', seats: 2, reason: 'venue' })
    expect(promoted).toEqual([[solo, 'open']])
    expect(placed(state).toSorted()).toEqual([best, solo].toSorted())
    expect(waitlist(state)).toEqual([last])
  })

  it('a group may give seats back, but not its last one', () => {
    const pools = [{ id: 'open', seats: 3, tag: null }]
    const group = after(open([3, 1, 1], { seats: 3, pools }), DRAW)
    const groupId = unitOf(group, 0)
    const inOrder = after(
      group,
      ...ranks(group)
        .filter((unit) => unit !== groupId)
        .map((unit): LogRequest => ({ type: 'withdraw', at, unit, reason: 'x' })),
    )
    expect(unitStatus(inOrder, groupId)).toEqual({ state: 'placed', pool: 'open', held: 3 })
    const reduced = after(inOrder, { type: 'reduce', at, unit: groupId, seats: 2, reason: 'member' })
    expect(unitStatus(reduced, groupId)).toEqual({ state: 'placed', pool: 'open', held: 1 })
    expect(freeSeats(reduced)).toEqual([{ pool: 'open', seats: 2 }])
    expect(() => appendEvent(reduced, { type: 'reduce', at, unit: groupId, seats: 1, reason: 'member' })).toThrow(
      'the unit holds 1 and has to keep at least one',
    )
  })

  it('final turns hold into first-fit', () => {
    const pools = [{ id: 'open', seats: 2, tag: null }]
    const held = after(open([3, 1, 1], { seats: 2, pools, fill: 'hold' }), DRAW)
    const final = after(held, { type: 'final', at, reason: 'date' })
    expect(held.seating.firstFit).toBe(false)
    expect(final.seating.firstFit).toBe(true)
    expect(seatCounts(final).heldSeats).toBe(2)
  })

  it.each<[string, LogRequest, string]>([
    ['a unit that is out already', { type: 'decline', at: at + 1, unit: second, reason: 'x' }, 'is out already'],
    ['a unit that is not in the list', { type: 'decline', at: at + 1, unit: 'f'.repeat(64), reason: 'x' }, 'is not in the entries'],
    ['reinstate of a unit that is in', { type: 'reinstate', at: at + 1, unit: first, reason: 'x' }, 'is not out'],
    ['reduce of a unit that waits', { type: 'reduce', at: at + 1, unit: fifth, seats: 1, reason: 'x' }, 'has no seats to give back'],
    [
      'a pool that there is not',
      { type: 'capacity', at: at + 1, pool: 'vip', seats: 1, reason: 'x' },
      '"vip" is not a pool; there are open',
    ],
    [
      'a shrink of more than there is',
      { type: 'shrink', at: at + 1, pool: 'open', seats: 4, reason: 'x' },
      'the pool open has 3 seats now',
    ],
    ['a time that goes back', { type: 'final', at, reason: 'x' }, `at is ${at}, the log stands at ${at + 1} already`],
    ['a sentence as reason', { type: 'final', at: at + 1, reason: 'she was rude' }, 'reason is "she was rude"'],
    ['no seats at all', { type: 'capacity', at: at + 1, pool: 'open', seats: 0, reason: 'x' }, 'seats is 0'],
    ['half a seat', { type: 'capacity', at: at + 1, pool: 'open', seats: 0.5, reason: 'x' }, 'seats is 0.5'],
  ])('%s is refused', (_, request, message) => {
    const state = after(drawn, { type: 'decline', at: at + 1, unit: second, reason: 'applicant' })
    expect(() => appendEvent(state, request)).toThrow(message)
  })
})

describe('a replayed log', () => {
  const start = eightForThree()
  const unit = unitOf(start, 0)
  const requests: LogRequest[] = [
    { type: 'withdraw', at: CLOSES_AT, unit, reason: 'applicant' },
    DRAW,
    { type: 'reinstate', at: DRAWN_AT, unit, reason: 'appeal' },
  ]
  const log: LogEvent[] = []
  let end = start
  for (const request of requests) {
    const appended = appendEvent(end, request)
    log.push(appended.event)
    end = appended.state
  }

  it('gives the state that the events gave', () => {
    expect(replayLog(start, log)).toEqual(end)
    expect(replayLog(start, parseLog(new TextEncoder().encode(log.map((event) => `${canonicalJson(event)}\n`).join(''))))).toEqual(end)
  })

  it.each<[string, (log: LogEvent[]) => unknown[], string]>([
    ['an event is missing', ([, second, third]) => [second, third], 'event 1: seq is 2, it must be 1'],
    ['an event stands there twice', ([first, ...rest]) => [first, first, ...rest], 'event 2: seq is 1'],
    ['events changed places', ([first, second, third]) => [second, first, third], 'event 1: seq is 2'],
    [
      'prev is another',
      (events) => events.map((event) => ({ ...event, prev: 'f'.repeat(64) })),
      `event 1: prev is ${'f'.repeat(64)}, the hash before it is`,
    ],
    ['a time is earlier', ([first, ...rest]) => [{ ...first, at: CLOSES_AT - 1 }, ...rest], 'event 1: at is'],
    [
      'somebody was promoted before the draw',
      ([first, ...rest]) => [{ ...first, promoted: [[unit, 'open']] }, ...rest],
      'event 1: promoted[0] is ["',
    ],
    [
      'somebody was promoted at the draw',
      ([first, draw]) => [first, draw && { ...draw, promoted: [] }],
      'event 2: promoted[0] is missing, by the rules it is ["',
    ],
    ['the seed is another', ([first, draw]) => [first, draw && { ...draw, seed: 'f'.repeat(64) }], 'event 2: seed is "ffff'],
    ['the order is another', ([first, draw]) => [first, draw && { ...draw, order: 'f'.repeat(64) }], 'event 2: order is "ffff'],
    [
      'the randomness is another',
      ([first, draw]) => [first, draw && { ...draw, randomness: 'f'.repeat(64) }],
      'event 2: randomness is "ffff',
    ],
    ['the type is none', ([first]) => [{ ...first, type: 'redraw' }], 'event 1: type is "redraw"'],
    ['a field is unknown', ([first]) => [{ ...first, note: 'x' }], 'event 1: note is not a field'],
    ['a field is missing', ([first]) => [{ ...first, reason: undefined }], 'event 1: reason is missing'],
  ])('is refused when %s', (_, change, message) => {
    const lines = change(log).map((event) => JSON.parse(JSON.stringify(event)))
    expect(() => replayLog(start, lines)).toThrow(message)
  })
})

describe('a draw', () => {
  it('is opened only with the list of its manifest', () => {
    const listed = units([1, 1])
    const other = units([1])
    const manifest = manifestOf(listed)
    expect(() => openDraw(manifest, buildEntries(other, manifest))).toThrow('entries.count is 2, the list has 1')
    expect(() => openDraw({ ...manifest, seats: 99 }, buildEntries(listed, manifest))).toThrow('seats is 99, the pools have 2 together')
  })
})

describe('log.jsonl', () => {
  const event = canonicalJson(appendEvent(eightForThree(), DRAW).event)
  const parse = (text: string) => parseLog(new TextEncoder().encode(text))

  it('may be empty, and may lack the last line feed', () => {
    expect(parse('')).toEqual([])
    expect(parse(event)).toEqual(parse(`${event}\n`))
  })

  it.each([
    ['an empty line', `${event}\n\n`, 'log line 2: is not JSON'],
    ['spaces', `${event} \n`, 'log line 1: is not canonical'],
    ['a line that is no object', '[]\n', 'log line 1: is [], it must be an object'],
    ['a type from the prototype', '{"type":"constructor"}\n', 'log line 1: type is "constructor"'],
    ['half a line', event.slice(0, -1), 'log line 1: is not JSON'],
    ['a byte outside ASCII', `${event}é\n`, `log line 1: byte ${event.length} is not ASCII`],
    ['a bad line, before what comes after it', '[]\né', 'log line 1: is [], it must be an object'],
    ['a line of more than 32 MB', `"${'a'.repeat(33_554_432)}"\n`, 'log line 1: has 33554434 bytes, at most 33554432 are read'],
  ])('is refused with %s', (_, text, message) => {
    expect(() => parse(text)).toThrow(message)
  })
})
