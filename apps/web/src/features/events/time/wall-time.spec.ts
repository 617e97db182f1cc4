import { describe, expect, test } from '@jest/globals'
import { offsetName, readWallTime, wallTimeOf, zonesByRegion } from './wall-time.js'

describe('wall times', () => {
  test.each([
    ['2027-05-30T16:00:00Z', 'Europe/Amsterdam', '2027-05-30T18:00'],
    ['2027-12-31T23:30:00Z', 'Europe/Amsterdam', '2028-01-01T00:30'],
    ['2027-05-30T16:00:00Z', 'Asia/Kathmandu', '2027-05-30T21:45'],
    ['2027-05-30T00:00:00Z', 'America/New_York', '2027-05-29T20:00'],
  ])('%s is read on a wall in %s as %s, and back', (instant, zone, wall) => {
    expect(wallTimeOf(instant, zone)).toBe(wall)
    expect(readWallTime(wall, zone)).toEqual({ kind: 'exact', instant: new Date(instant).toISOString() })
  })

  test('an hour that the clock jumps over never comes, and the next one is named', () => {
    expect(readWallTime('2027-03-28T02:30', 'Europe/Amsterdam')).toEqual({ kind: 'never', next: '2027-03-28T03:30' })
  })

  test('an hour that comes twice is two instants', () => {
    expect(readWallTime('2027-10-31T02:30', 'Europe/Amsterdam')).toEqual({
      kind: 'twice',
      first: '2027-10-31T00:30:00.000Z',
      second: '2027-10-31T01:30:00.000Z',
    })
    expect(offsetName('2027-10-31T00:30:00Z', 'Europe/Amsterdam', 'en')).toBe('GMT+2')
    expect(offsetName('2027-10-31T01:30:00Z', 'Europe/Amsterdam', 'en')).toBe('GMT+1')
  })

  test('a zone that jumps by half an hour is read right on both sides', () => {
    expect(readWallTime('2027-10-03T02:15', 'Australia/Lord_Howe')).toEqual({ kind: 'never', next: '2027-10-03T02:45' })
    expect(readWallTime('2027-10-03T02:30', 'Australia/Lord_Howe')).toEqual({ kind: 'exact', instant: '2027-10-02T15:30:00.000Z' })
  })

  test('what is no wall time is null', () => {
    expect(readWallTime('', 'Europe/Amsterdam')).toBeNull()
    expect(readWallTime('2027-05-30', 'Europe/Amsterdam')).toBeNull()
    expect(readWallTime('2027-13-30T10:00', 'Europe/Amsterdam')).toBeNull()
  })

  test('the list of zones keeps the one in use', () => {
    const groups = zonesByRegion('Europe/Amsterdam')
    expect(groups.find((group) => group.region === 'Europe')?.zones).toContain('Europe/Amsterdam')
  })
})
