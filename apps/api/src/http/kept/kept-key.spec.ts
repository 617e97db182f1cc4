import { describe, expect, it } from '@jest/globals'
import { dataKey, keyOf, pageKey } from './kept-key.js'

describe('the key of the answer to a request', () => {
  it.each([
    ['/duinlicht/comet', {}, pageKey('/duinlicht/comet', 'en')],
    ['/duinlicht/comet', { 'accept-language': 'nl-BE' }, pageKey('/duinlicht/comet', 'nl')],
    ['/duinlicht/comet?utm_source=lang', {}, pageKey('/duinlicht/comet', 'en')],
    ['/api/public/duinlicht/comet?a=b', { 'accept-language': 'nl' }, dataKey('/api/public/duinlicht/comet')],
    ['/duinlicht/comet?lang=nl', {}, undefined],
    ['/duinlicht/comet?a=b&%6Cang=nl', {}, undefined],
  ])('%s with %p', (url, headers, key) => expect(keyOf({ url, headers })).toBe(key))

  it('is that of no page where a path holds more than its names', () => {
    const page = pageKey('/duinlicht/comet', 'en')
    for (const url of ['/duinlicht/comet%20en', '/duinlicht/comet/', '//duinlicht/comet', '/duinlicht/comet#x', 'http://x/duinlicht/comet'])
      expect(keyOf({ url, headers: {} })).not.toBe(page)
  })
})
