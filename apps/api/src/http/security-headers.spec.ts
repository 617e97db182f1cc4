import { describe, expect, it } from '@jest/globals'
import { loadConfig } from '../config/config.js'
import { loggedPath, securityHeaders } from './security-headers.js'

describe('loggedPath', () => {
  it.each([
    ['/me/s3cret', '/me/[token]'],
    ['/me/s3cret/badge.pdf?download=1', '/me/[token]/badge.pdf'],
    ['/confirm/s3cret', '/confirm/[token]'],
    ['/address/s3cret', '/address/[token]'],
    ['/secret/s3cret', '/secret/[token]'],
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

describe('the camera', () => {
  const config = loadConfig({ SECRET_KEY: 'a secret key that only tests know' })

  it('may be used at the door, and nowhere else', () => {
    expect(securityHeaders('/door/museum/1', config)['permissions-policy']).toContain('camera=(self)')
    for (const path of ['/console', '/doors', '/museum/door', '/me/token'])
      expect(securityHeaders(path, config)['permissions-policy']).toContain('camera=()')
  })

  it('is read by WebAssembly, which only the door may compile, and the worker that checks a draw', () => {
    const allows = (path: string) => securityHeaders(path, config)['content-security-policy']?.includes("'wasm-unsafe-eval'")
    for (const path of ['/door', '/door/museum/1', '/assets/check-worker-LlnszVsL.js']) expect(allows(path)).toBe(true)
    for (const path of ['/console', '/museum/night/draw', '/museum/assets/check-worker-x.js', '/assets/index-x.js'])
      expect(allows(path)).toBe(false)
  })
})
