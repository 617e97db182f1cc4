import { describe, expect, it } from '@jest/globals'
import { parseBucket } from './bucket.js'

describe('FILES_URL', () => {
  it('names key, secret, server, bucket and region', () => {
    expect(parseBucket('s3://key:se%2Fcret@s3.example.org/pictures?region=eu-west-1')).toEqual({
      endpoint: 'https://s3.example.org',
      name: 'pictures',
      region: 'eu-west-1',
      accessKeyId: 'key',
      secretAccessKey: 'se/cret',
    })
    expect(parseBucket('s3+http://key:secret@127.0.0.1:9000/pictures').endpoint).toBe('http://127.0.0.1:9000')
  })

  it.each(['s3:', 's3://', 's3://s3.example.org/pictures', 's3://key@s3.example.org/pictures', 's3://key:secret@s3.example.org'])(
    'that lacks something is refused without its secret: %s',
    (url) => {
      expect(() => parseBucket(url)).toThrow(/^it must name a key, a secret, a server and a bucket/)
      expect(() => parseBucket(url)).not.toThrow('pictures')
    },
  )

  it.each([
    ['s3://key:secret@s3.example.org/a', 'a'],
    ['s3://key:secret@s3.example.org/My_Pictures', 'My_Pictures'],
    ['s3://key:secret@s3.example.org/a/b', 'a/b'],
  ])('names the bucket that cannot be: %s', (url, name) => {
    expect(() => parseBucket(url)).toThrow(`the bucket's name "${name}" must be 3 to 63 small letters`)
    expect(() => parseBucket(url)).not.toThrow('secret')
  })
})
