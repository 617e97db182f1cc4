import { describe, expect, it } from '@jest/globals'
import { loggedPath } from './security-headers.js'

describe('loggedPath', () => {
  it.each([
    ['/me/s3cret', '/me/[token]'],
    ['/me/s3cret/badge.pdf?download=1', '/me/[token]/badge.pdf'],
    ['/confirm/s3cret', '/confirm/[token]'],
    ['/join/s3cret', '/join/[token]'],
    ['/reset/s3cret', '/reset/[token]'],
    ['/calendar/s3cret.ics', '/calendar/[token].ics'],
    ['/api/join/s3cret', '/api/join/[token]'],
    ['/api/password-resets/s3cret', '/api/password-resets/[token]'],
    ['/api/me', '/api/me'],
    ['/museum/night?token=s3cret', '/museum/night'],
    ['/me/s3cret%2Fx', '/me/[token]'],
  ])('writes %s as %s', (url, path) => {
    expect(loggedPath(url)).toBe(path)
  })
})
