import { describe, expect, test } from '@jest/globals'
import { BadRequest } from '../http/index.js'
import { readCursor, writeCursor } from './list-cursor.js'

const position = { receivedAt: '2027-05-04T19:14:00.123456Z', id: '019686a0-7c00-7000-8000-000000000001' }

describe('cursor of the list of applications', () => {
  test('comes back as it was written', () => {
    expect(readCursor(writeCursor(position))).toEqual(position)
  })

  test.each([
    '',
    'x',
    'YQ',
    writeCursor({ ...position, id: "1' or true" }),
    writeCursor({ ...position, receivedAt: 'infinity' }),
    `${writeCursor(position)}fDE`,
  ])('refuses %j', (cursor) => {
    expect(() => readCursor(cursor)).toThrow(BadRequest)
  })
})
