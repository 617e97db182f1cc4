import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ConfigError } from './config-error.js'
import { loadConfig } from './config.js'
import { settings } from './settings.js'

const secret = 'a secret that is long enough to be one'
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetup-config-'))
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true })
})

const load = (env: Record<string, string> = {}) => loadConfig({ DATA_DIR: folder, ...env })

describe('the configuration', () => {
  it('of a fresh machine is a trial on this machine only', () => {
    expect(load()).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      trial: true,
      hasMailbox: true,
      secure: false,
      role: 'all',
    })
  })

  it('with a database of its own is no trial', () => {
    expect(
      load({
        DATABASE_URL: 'postgres://tweetup:secret@db.example.org/tweetup',
        SMTP_URL: 'smtps://mail.example.org',
        PUBLIC_URL: 'https://events.example.org/',
      }),
    ).toMatchObject({ trial: false, hasMailbox: false, secure: true, publicUrl: 'https://events.example.org' })
  })

  it('with a database of its own needs a mail server', () => {
    expect(() => load({ DATABASE_URL: 'postgres://localhost/tweetup' })).toThrow(/^SMTP_URL is missing: /)
  })

  it('takes an empty value for none', () => {
    expect(load({ PORT: '', SMTP_URL: ' ' })).toMatchObject({ port: 3000, smtpUrl: undefined })
  })

  it.each([
    ['PORT', '80a', 'PORT="80a" cannot be used: it must be a port from 0 to 65535, such as 3000.'],
    ['PORT', '70000', 'PORT="70000"'],
    ['HOST', 'my host', 'HOST="my host"'],
    ['DATABASE_URL', 'mysql://localhost/x', 'DATABASE_URL="mysql://localhost/x"'],
    ['DATABASE_POOL', '1', 'from 2 to 200'],
    ['SMTP_URL', 'mail.example.org', 'smtps://'],
    ['PUBLIC_URL', 'events.example.org', 'https://events.example.org'],
    ['PUBLIC_URL', 'https://example.org/tweetup', 'without a path'],
    ['MAIL_FROM', 'nobody', 'Tweetup <events@example.org>'],
    ['MAIL_FROM', 'A <a@example.org>\nBcc: b@example.org', 'MAIL_FROM'],
    ['ROLE', 'boss', 'all, api, worker'],
    ['LOG_LEVEL', 'loud', 'silent, fatal'],
    ['TRUSTED_PROXIES', 'everybody', '10.0.0.0/8'],
    ['FILES_URL', '/var/files', 's3://'],
  ])('stops at %s=%j and says what would be right', (name, value, message) => {
    expect(() => load({ [name]: value })).toThrow(ConfigError)
    expect(() => load({ [name]: value })).toThrow(message)
    expect(() => load({ [name]: value })).not.toThrow('\n')
  })

  it('keeps secrets out of its messages and out of logs', () => {
    expect(() => load({ SECRET_KEY: 'hunter2' })).not.toThrow(/hunter2/)
    expect(() => load({ SECRET_KEY: 'hunter2' })).toThrow('at least 32 characters')
    expect(() => load({ DATABASE_URL: 'mysql://me:hunter2@localhost/x' })).toThrow('mysql://…@localhost')
    expect(JSON.stringify(load({ SECRET_KEY: secret }))).not.toContain(secret)
  })

  it('explains each setting', () => {
    for (const { env, about } of Object.values(settings))
      expect({ env, about }).toEqual({ env: expect.stringMatching(/^[A-Z_]+$/), about: expect.stringMatching(/^[A-Z].{15,}\.$/) })
  })
})

describe('the secret key', () => {
  it('is made once, kept for its owner only, and read again', () => {
    const first = load().key('test')
    const path = join(folder, 'secret-key')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8').trim().length).toBeGreaterThanOrEqual(43)
    expect(load().key('test').equals(first)).toBe(true)
  })

  it('gives each purpose a key of its own, the same on every machine', () => {
    const config = load({ SECRET_KEY: secret })
    expect(config.key('personal-link')).toHaveLength(32)
    expect(config.key('personal-link').equals(config.key('confirm-link'))).toBe(false)
    expect(load({ SECRET_KEY: secret }).key('personal-link').equals(config.key('personal-link'))).toBe(true)
    expect(
      load({ SECRET_KEY: `${secret}.` })
        .key('personal-link')
        .equals(config.key('personal-link')),
    ).toBe(false)
  })

  it('that is damaged stops the start instead of being replaced', () => {
    writeFileSync(join(folder, 'secret-key'), 'short\n')
    expect(() => load()).toThrow(/is not a secret key: restore it from a backup/)
  })

  it('that cannot be kept stops the start with the folder and the cure', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => loadConfig({ DATA_DIR: join(folder, 'file', 'below') })).toThrow(
      /cannot be kept in .*make that folder writable, or name another one with DATA_DIR/,
    )
  })
})
