import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseHandle } from './parse-handle.js'

describe('parseHandle', () => {
  test.each([
    ['@sanne@mastodon.social', '@sanne@mastodon.social'],
    ['@Sanne_V@Mastodon.Social', '@Sanne_V@mastodon.social'],
    ['sanne.bsky.social', 'sanne.bsky.social'],
    ['@Sanne.bsky.social', 'sanne.bsky.social'],
    ['@zoë@bücher.example', '@zoë@xn--bcher-kva.example'],
  ])('keeps %s', (typed, handle) => {
    expect(parseHandle(typed)).toEqual({ kind: 'handle', handle })
  })

  test.each([
    ['https://mastodon.social/@sanne', '@sanne@mastodon.social'],
    ['mastodon.social/@sanne/1234', '@sanne@mastodon.social'],
    ['https://mastodon.social/users/sanne', '@sanne@mastodon.social'],
    ['https://mastodon.social/@sanne@fosstodon.org', '@sanne@fosstodon.org'],
    ['https://bsky.app/profile/sanne.bsky.social', 'sanne.bsky.social'],
    ['https://www.instagram.com/sanne.v/', '@sanne.v@instagram.com'],
    ['sanne@mastodon.social', '@sanne@mastodon.social'],
  ])('suggests what %s seems to mean', (typed, suggestion) => {
    expect(parseHandle(typed)).toEqual({ kind: 'address', suggestion })
  })

  test.each([
    'sanne',
    '@sanne',
    '@sanne@',
    '@@',
    '@a b@c.d',
    'https://',
    'javascript:alert(1)',
    'https://mastodon.social',
    '127.0.0.1',
    '@x@127.0.0.1',
  ])('asks again about %s', (typed) => {
    expect(parseHandle(typed)).toEqual({ kind: 'unclear' })
  })

  test('no answer is no handle', () => {
    expect(parseHandle('  ')).toEqual({ kind: 'none' })
  })

  test('a suggestion is a handle, and a handle stays what it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.emailAddress(), fc.domain()), (typed) => {
        const reading = parseHandle(typed)
        if (reading.kind === 'address') expect(parseHandle(reading.suggestion)).toEqual({ kind: 'handle', handle: reading.suggestion })
        if (reading.kind === 'handle') expect(parseHandle(reading.handle)).toEqual(reading)
      }),
    )
  })
})
