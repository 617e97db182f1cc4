import { describe, expect, it } from '@jest/globals'
import { BadRequest } from '../http/index.js'
import { readCursor, writeCursor } from './cursor.js'

const id = '01a2017d-5368-76f7-9976-76ce8eb1a765'
const forged = (text: string) => Buffer.from(text).toString('base64url')

describe('the cursor of a list of events', () => {
  it.each([null, new Date('2027-05-30T18:00:00Z'), new Date(0), new Date('1969-12-31T10:00:00Z'), new Date('2200-12-31T00:00:00Z')])(
    'leads back to %s',
    (startsAt) => {
      expect(readCursor(writeCursor({ startsAt, id }))).toEqual({ startsAt, id })
    },
  )

  it.each([`-8640000000000000.${id}`, `8640000000000000.${id}`, `0x10.${id}`, `1e3.${id}`, `Infinity.${id}`, `.${id}'--`, '', '.'])(
    'refuses what it has not written: %j',
    (text) => {
      expect(() => readCursor(forged(text))).toThrow(BadRequest)
    },
  )

  it('refuses a list of cursors', () => {
    expect(() => readCursor(['a', 'b'])).toThrow(BadRequest)
  })
})
