import { describe, expect, it } from '@jest/globals'
import { parseFilesUrl } from './bucket-driver.js'

describe('FILES_URL', () => {
  it('names key, secret, server, bucket and region', () => {
    expect(parseFilesUrl('s3://key:se%2Fcret@s3.example.org/pictures?region=eu-west-1')).toEqual({
      endpoint: 'https://s3.example.org',
      name: 'pictures',
      region: 'eu-west-1',
      accessKeyId: 'key',
      secretAccessKey: 'se/cret',
    })
    expect(parseFilesUrl('s3+http://key:secret@127.0.0.1:9000/pictures').endpoint).toBe('http://127.0.0.1:9000')
  })

  it.each([
    's3://s3.example.org/pictures',
    's3://key@s3.example.org/pictures',
    's3://key:secret@s3.example.org',
    's3://key:secret@s3.example.org/a/b',
  ])('that lacks something is refused without its secret: %s', (url) => {
    expect(() => parseFilesUrl(url)).toThrow(/^FILES_URL cannot be used: it must name/)
    expect(() => parseFilesUrl(url)).not.toThrow('pictures')
  })
})
