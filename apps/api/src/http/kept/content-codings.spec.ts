import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { acceptedCoding, encoded } from './content-codings.js'

describe('the coding of an answer', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['BR;Q=0.000,GZIP', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['deflate', 'identity'],
    ['identity', 'identity'],
    ['', 'identity'],
    [undefined, 'identity'],
    ['*;q=0', 'identity'],
    ['brotli', 'identity'],
  ])('for %p is %s', (header, coding) => expect(acceptedCoding(header)).toBe(coding))

  it('says the same in each', async () => {
    const body = Buffer.from('telescope '.repeat(200))
    const { br, gzip, identity } = await encoded(body)
    expect([br && brotliDecompressSync(br), gzip && gunzipSync(gzip), identity]).toEqual([body, body, body])
  })

  it('is only used where it makes the body smaller', async () => {
    expect(Object.keys(await encoded(Buffer.from('{}')))).toEqual(['identity'])
  })
})
