import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { handleNetworks } from './question.js'
import { handleParts, readHandleOn, shownHandle } from './read-handle-on.js'

describe('readHandleOn', () => {
  test.each([
    ['instagram', '@Sanne.V', '@sanne.v@instagram.com'],
    ['instagram', 'sanne', '@sanne@instagram.com'],
    ['instagram', '@sanne@instagram.com', '@sanne@instagram.com'],
    ['tiktok', '@sanne_v', '@sanne_v@tiktok.com'],
    ['youtube', 'SterrenKijker', '@SterrenKijker@youtube.com'],
    ['linkedin', 'Sanne-Vos', '@sanne-vos@linkedin.com'],
    ['github', 'sanne-v', '@sanne-v@github.com'],
    ['x', '@Sanne_V', '@Sanne_V@x.com'],
    ['bluesky', '@Sanne.bsky.social', 'sanne.bsky.social'],
    ['fediverse', '@sanne@mastodon.social', '@sanne@mastodon.social'],
    ['website', 'Sanne.nl', 'sanne.nl'],
  ] as const)('on %s %s is kept as %s', (network, typed, handle) =>
    expect(readHandleOn(network, typed)).toEqual({ kind: 'handle', handle }),
  )

  test.each([
    ['instagram', 'https://www.instagram.com/Sanne.V/?hl=nl', '@sanne.v@instagram.com'],
    ['tiktok', 'tiktok.com/@sanne_v', '@sanne_v@tiktok.com'],
    ['youtube', 'https://www.youtube.com/@SterrenKijker/videos', '@SterrenKijker@youtube.com'],
    ['youtube', 'youtube.com/c/SterrenKijker', '@SterrenKijker@youtube.com'],
    ['linkedin', 'https://nl.linkedin.com/in/sanne-vos', '@sanne-vos@linkedin.com'],
    ['github', 'github.com/sanne-v/stars', '@sanne-v@github.com'],
    ['x', 'https://twitter.com/Sanne_V', '@Sanne_V@x.com'],
    ['x', 'sanne@x.com', '@sanne@x.com'],
    ['bluesky', 'https://bsky.app/profile/sanne.bsky.social', 'sanne.bsky.social'],
    ['bluesky', '@sanne', 'sanne.bsky.social'],
    ['fediverse', 'https://mastodon.social/@sanne', '@sanne@mastodon.social'],
    ['website', 'https://sanne.nl/over', 'sanne.nl'],
  ] as const)('on %s %s is asked back as %s', (network, typed, suggestion) =>
    expect(readHandleOn(network, typed)).toEqual({ kind: 'address', suggestion }),
  )

  test.each([
    ['instagram', 'https://www.instagram.com/p/Cxyz/'],
    ['instagram', 'instagram.com'],
    ['instagram', 'https://tiktok.com/@sanne'],
    ['instagram', '@sanne@mastodon.social'],
    ['instagram', 'sanne..v'],
    ['x', 'sanne-v'],
    ['x', 'https://x.com/'],
    ['linkedin', 'https://linkedin.com/company/duinlicht'],
    ['github', '-sanne'],
    ['bluesky', '@sanne@mastodon.social'],
    ['fediverse', '@sanne'],
    ['fediverse', 'sanne.bsky.social'],
    ['website', 'sanne'],
    ['website', 'me@sanne.nl'],
    ['website', 'http://127.0.0.1'],
  ] as const)('on %s %s is asked again', (network, typed) => expect(readHandleOn(network, typed)).toEqual({ kind: 'unclear' }))

  test('a suggestion is a handle, a handle stays what it is, and so it does as it is shown', () => {
    const network = fc.constantFrom(undefined, ...handleNetworks)
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    const typed = fc.oneof(
      name,
      name.map((text) => `https://instagram.com/${text}`),
      name.map((text) => `${text}@x.com`),
      fc.webUrl(),
      fc.domain(),
    )
    fc.assert(
      fc.property(network, typed, (on, text) => {
        const reading = readHandleOn(on, text)
        const handle = reading.kind === 'address' ? reading.suggestion : reading.kind === 'handle' ? reading.handle : undefined
        if (handle === undefined) return
        expect(readHandleOn(on, handle)).toEqual({ kind: 'handle', handle })
        expect(readHandleOn(on, shownHandle(on, handle))).toEqual({ kind: 'handle', handle })
      }),
      { numRuns: 2000 },
    )
  })

  test('is shown in parts: a name, and its server or the network that is all of it', () => {
    expect(handleParts('@sanne@mastodon.social')).toEqual({ name: '@sanne', server: 'mastodon.social', network: null })
    expect(handleParts('@sanne@instagram.com')).toEqual({ name: '@sanne', server: 'instagram.com', network: 'instagram' })
    for (const domain of ['sanne.bsky.social', 'instagram.com', 'sanne@instagram.com', ''])
      expect(handleParts(domain)).toEqual({ name: domain, server: null, network: null })
  })
})
