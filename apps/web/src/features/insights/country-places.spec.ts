import { describe, expect, it } from '@jest/globals'
import { columns, countryPlaces, rows } from './country-places.js'

const place = (code: string) => countryPlaces.get(code) ?? { column: -1, row: -1 }

describe('the drawing of countries', () => {
  it('has a tile for each of them, and no two on one place', () => {
    const places = [...countryPlaces.values()]
    expect(countryPlaces.size).toBeGreaterThan(220)
    expect([...countryPlaces.keys()].filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([])
    expect(new Set(places.map(({ column, row }) => `${column},${row}`)).size).toBe(countryPlaces.size)
    expect(places.filter(({ column, row }) => !(column >= 0 && column < columns && row >= 0 && row < rows))).toEqual([])
  })

  it('puts countries where people look for them', () => {
    for (const [west, east] of ['GB NL', 'NL PL', 'PT ES', 'US MX', 'EG IN', 'CN JP', 'BR ZA', 'AU NZ', 'CL AR'].map((pair) =>
      pair.split(' '),
    ))
      expect([west, east, place(west ?? '').column <= place(east ?? '').column]).toEqual([west, east, true])
    for (const [north, south] of ['NO DE', 'DE IT', 'IT TN', 'CA US', 'MX BR', 'RU CN', 'EG ZA', 'JP AU'].map((pair) => pair.split(' ')))
      expect([north, south, place(north ?? '').row < place(south ?? '').row]).toEqual([north, south, true])
  })
})
