import { describe, expect, test } from '@jest/globals'
import { BadRequest } from '../../http/index.js'
import { readCursor, writeCursor } from './list-cursor.js'
import type { Sort } from './list-filter.js'

const id = '019686a0-7c00-7000-8000-000000000001'
const key = '2027-05-04T19:14:00.123456Z'
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('cursor of the list of applications', () => {
  test.each<[Sort, string]>([
    ['newest', key],
    ['oldest', key],
    ['name', "o'neill \\ % 🐈"],
    ['rank', '2147483647'],
    ['rank', '1'],
  ])('comes back as it was written, by %s', (sort, sorted) => {
    expect(readCursor(writeCursor({ key: sorted, id }, sort), sort)).toEqual({ key: sorted, id })
  })

  test('is of no use in another order', () => {
    expect(() => readCursor(writeCursor({ key, id }, 'newest'), 'oldest')).toThrow(BadRequest)
  })

  test.each([
    '',
    'x',
    'YQ',
    encoded(null),
    encoded({}),
    encoded(['newest', key]),
    encoded(['newest', key, "1' or true"]),
    encoded(['newest', 'infinity', id]),
    encoded(['newest', 7, id]),
    encoded(['newest', key, id, 'more']),
  ])('refuses %j', (cursor) => {
    expect(() => readCursor(cursor, 'newest')).toThrow(BadRequest)
  })

  test.each<[Sort, string]>([
    ['rank', '99999999999'],
    ['rank', '1e3'],
    ['name', 'a\0b'],
  ])('refuses as a place by %s what PostgreSQL could not read: %j', (sort, sorted) => {
    expect(() => readCursor(encoded([sort, sorted, id]), sort)).toThrow(BadRequest)
  })
})
