import { describe, expect, it } from '@jest/globals'
import { manifestOf } from '../../test/arbitrary-draw.js'
import { buildEntries } from '../entries/build-entries.js'
import type { Manifest, Pool } from '../manifest/manifest.js'
import { fillSeats } from './fill-seats.js'
import { emptySeating, giveBack, OUT, type SeatingDraft } from './seating.js'

/** A unit as `seats` or `seats tag,tag`; the units of a case are in draw order. */
type UnitText = string

const OPEN: Pool = { id: 'open', seats: 0, tag: null }
const ACCESS: Pool = { id: 'access', seats: 0, tag: 'access' }
const NEW: Pool = { id: 'new', seats: 0, tag: 'new' }

function prepare(units: readonly UnitText[], pools: readonly Pool[], rules: Partial<Manifest> = {}) {
  const written = units.map((text, index) => {
    const [seats = '1', tags] = text.split(' ')
    return { members: [index.toString(16).padStart(64, '0')], seats: Number(seats), weight: 1, tags: tags?.split(',') ?? [] }
  })
  const manifest = manifestOf(written, { pools, seats: pools.reduce((sum, pool) => sum + pool.seats, 0), ...rules })
  const entries = buildEntries(written, manifest)
  const places = Uint32Array.from(units, (_, index) => index)
  const order = { unitAtPlace: places, placeOfUnit: places, keys: new Uint8Array(0), hash: '' }
  const seating = emptySeating(manifest, entries)
  const fill = () => fillSeats({ manifest, entries, order }, seating).map(([unit, pool]) => `${unit} ${manifest.pools[pool]?.id}`)
  return { seating, fill }
}

function leave(seating: SeatingDraft, unit: number): void {
  giveBack(seating, unit)
  seating.status[unit] = OUT
}

describe('first-fit', () => {
  it('passes over a group that does not fit, and goes on', () => {
    const { seating, fill } = prepare(['2', '3', '1', '1'], [{ ...OPEN, seats: 4 }])
    expect(fill()).toEqual(['0 open', '2 open', '3 open'])
    expect(seating.free).toEqual([0])
  })

  it('gives a freed seat to the first who fits, not to who was passed over for size', () => {
    const { seating, fill } = prepare(['2', '3', '1', '1'], [{ ...OPEN, seats: 3 }])
    expect(fill()).toEqual(['0 open', '2 open'])
    leave(seating, 2)
    expect(fill()).toEqual(['3 open'])
    leave(seating, 0)
    leave(seating, 3)
    expect(fill()).toEqual(['1 open'])
  })
})

describe('hold', () => {
  it('keeps seats for the group whose turn it is, until it fits', () => {
    const { seating, fill } = prepare(['2', '3', '1', '1'], [{ ...OPEN, seats: 4 }], { fill: 'hold' })
    expect(fill()).toEqual(['0 open'])
    expect(seating.free).toEqual([2])
    leave(seating, 0)
    expect(fill()).toEqual(['1 open', '2 open'])
  })

  it('lets the others in once it is final', () => {
    const { seating, fill } = prepare(['2', '3', '1', '1'], [{ ...OPEN, seats: 4 }], { fill: 'hold' })
    fill()
    seating.firstFit = true
    expect(fill()).toEqual(['2 open', '3 open'])
  })

  it('does not spill the seats that a reserve keeps for a group', () => {
    const pools = [
      { ...ACCESS, seats: 2 },
      { ...OPEN, seats: 1 },
    ]
    const { seating, fill } = prepare(['3 access', '1', '1'], pools, { fill: 'hold', spillTo: 'open' })
    expect(fill()).toEqual([])
    expect(seating.free).toEqual([2, 1])
  })

  it('goes on in a reserve when the group it kept seats for got in elsewhere', () => {
    const pools = [
      { ...ACCESS, seats: 2 },
      { ...OPEN, seats: 3 },
    ]
    const { seating, fill } = prepare(['3 access', '1 access', '1 access', '1 access'], pools, { fill: 'hold', spillTo: 'open' })
    expect(fill()).toEqual(['0 open', '1 access', '2 access'])
    expect(seating.free).toEqual([0, 0])
  })
})

describe('pools', () => {
  it('first are a minimum: the best of the group use the reserve, the rest compete for open seats', () => {
    const { fill } = prepare(
      ['1 new', '1', '1 new', '1', '1'],
      [
        { ...NEW, seats: 1 },
        { ...OPEN, seats: 2 },
      ],
    )
    expect(fill()).toEqual(['0 new', '1 open', '2 open'])
  })

  it('last are extra: they start where the open seats ended', () => {
    const { fill } = prepare(
      ['1 new', '1', '1', '1', '1 new'],
      [
        { ...OPEN, seats: 2 },
        { ...NEW, seats: 1 },
      ],
    )
    expect(fill()).toEqual(['0 open', '1 open', '4 new'])
  })

  it('serve a unit with two tags from the first pool that it may enter', () => {
    const pools = [
      { ...ACCESS, seats: 1 },
      { ...NEW, seats: 1 },
      { ...OPEN, seats: 0 },
    ]
    const { fill } = prepare(['1 access,new', '1 new', '1 access'], pools)
    expect(fill()).toEqual(['0 access', '1 new'])
  })

  it('without spillTo keep what nobody may have', () => {
    const { seating, fill } = prepare(
      ['1', '1'],
      [
        { ...ACCESS, seats: 2 },
        { ...OPEN, seats: 1 },
      ],
    )
    expect(fill()).toEqual(['0 open'])
    expect(seating.free).toEqual([2, 0])
  })

  it('with spillTo hand over what is left, and never get it back', () => {
    const { seating, fill } = prepare(
      ['1', '1', '1 access', '1', '1 access'],
      [
        { ...ACCESS, seats: 3 },
        { ...OPEN, seats: 1 },
      ],
      { spillTo: 'open' },
    )
    expect(fill()).toEqual(['2 access', '4 access', '0 open', '1 open'])
    leave(seating, 1)
    expect(fill()).toEqual(['3 open'])
    leave(seating, 3)
    expect(fill()).toEqual([])
    expect(seating.free).toEqual([0, 1])
  })

  it('that are empty from the start can still take what spills', () => {
    const { fill } = prepare(
      ['1', '1'],
      [
        { ...ACCESS, seats: 2 },
        { ...OPEN, seats: 0 },
      ],
      { spillTo: 'open' },
    )
    expect(fill()).toEqual(['0 open', '1 open'])
  })
})
