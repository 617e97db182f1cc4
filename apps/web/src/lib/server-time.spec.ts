import { describe, expect, it } from '@jest/globals'
import { sentAt } from './server-time.js'

describe('when an answer was sent', () => {
  it.each([
    [{ 'server-timing': 'now;dur=1798761600000' }, '2027-01-01T00:00:00.000Z'],
    [{ 'server-timing': 'cache;desc=hit, now;dur=1798761600000', age: '2' }, '2027-01-01T00:00:02.000Z'],
    [{ 'server-timing': 'know;dur=5' }, null],
    [{ 'server-timing': 'now;dur=soon' }, null],
    [{ age: '7' }, null],
  ])('by %j is %p', (headers, instant) => expect(sentAt(new Headers(headers))).toBe(instant))
})
