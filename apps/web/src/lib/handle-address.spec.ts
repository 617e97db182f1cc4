import { expect, test } from '@jest/globals'
import { handleAddress } from './handle-address.js'

test.each([
  ['@mirjam@toot.example', 'https://toot.example/@mirjam'],
  ['mirjam.bsky.social', 'https://bsky.app/profile/mirjam.bsky.social'],
  ['@mirjam', null],
  ['javascript:alert(1)', null],
  ['@x@y/../z.example', null],
  ['@a@b.example"><script>', null],
])('handleAddress(%s) is %s', (handle, address) => {
  expect(handleAddress(handle)).toBe(address)
})
