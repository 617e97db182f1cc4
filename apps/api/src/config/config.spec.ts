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

  it('with a database of its own goes to no server on this machine under another name', () => {
    const peers = { PEERS: 'social.example=127.0.0.1:4000' }
    expect(load(peers).peers.get('social.example')).toEqual({ host: '127.0.0.1', port: 4000 })
    expect(() => load({ ...peers, DATABASE_URL: 'postgres://localhost/x', SMTP_URL: 'smtp://localhost' })).toThrow(/^PEERS cannot be used/)
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
    ['SMTP_URL', 'smtp://', 'smtps://user:password@mail.example.org'],
    ['SMTP_URL', 'smtp:mail.example.org', 'smtps://user:password@mail.example.org'],
    ['PUBLIC_URL', 'events.example.org', 'https://events.example.org'],
    ['PUBLIC_URL', 'https://example.org/tweetup', 'without a path'],
    ['MAIL_FROM', 'nobody', 'Tweetup <events@example.org>'],
    ['MAIL_FROM', 'A <a@example.org>\nBcc: b@example.org', 'MAIL_FROM'],
    ['ROLE', 'boss', 'all, api, worker'],
    ['LOG_LEVEL', 'loud', 'silent, fatal'],
    ['TRUSTED_PROXIES', 'everybody', '10.0.0.0/8'],
    ['TRUSTED_PROXIES', '10.0.0.0/99', 'TRUSTED_PROXIES="10.0.0.0/99" cannot be used: it must be addresses or networks'],
    ['TRUSTED_PROXIES', '127.0.0.1,10.0.0.0/33', 'from 1 to 32'],
    ['TRUSTED_PROXIES', '::1/200', 'to 128 for IPv6'],
    ['TRUSTED_PROXIES', '0.0.0.0/0', 'from 1 to 32'],
    ['PEERS', 'social.example=10.0.0.1:80', 'social.example=127.0.0.1:4000'],
    ['FILES_URL', '/var/files', 's3://'],
    ['FILES_URL', 's3://', 'it must name a key, a secret, a server and a bucket'],
    ['FILES_URL', 's3://%zz:s@h/bucket', '"%"'],
    ['FILES_URL', 's3://key:secret@h/b', 'FILES_URL="s3://…@h/b" cannot be used: the bucket\'s name "b" must be 3 to 63'],
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

  it.each([
    ['FILES_URL', 's3://AKIAX:abc/hunter2+x@s3.example.org/bucket', '"s3://…@s3.example.org/bucket"'],
    ['SMTP_URL', 'user:hunter2@mail.example.org', '"…@mail.example.org"'],
    ['SMTP_URL', 'smtp:user:hunter2@mail.example.org', '"…@mail.example.org"'],
    ['SMTP_URL', 'smtp://user:hunter2', '"smtp://user:…"'],
    ['SMTP_URL', 'user:hunter2', '"user:…"'],
    ['DATABASE_URL', 'postgres://app:hun/ter2@host/db', '"postgres://…@host/db"'],
    ['DATABASE_URL', 'postgres://app:12/hunter2@host/db', '"postgres://…@host/db"'],
    ['DATABASE_URL', 'postgres://app:12#hunter2@host/db', '"postgres://…@host/db"'],
    ['DATABASE_URL', 'postgres://app:hunter2@x@host/db', '"postgres://…@host/db"'],
    ['DATABASE_URL', 'app:hunter2@host', '"…@host"'],
    ['DATABASE_URL', 'mysql://host/db?user=app&password=hunter2', '"mysql://host/db?user=app&password=…"'],
  ])('keeps the password out of what it says of %s=%j', (name, value, shown) => {
    expect(() => load({ [name]: value })).toThrow(`${name}=${shown} cannot be used: it must be an address such as`)
    expect(() => load({ [name]: value })).not.toThrow(/ter2/)
  })

  it('says which characters of a password must be percent-encoded', () => {
    const codes = /in whose user and password "%", "\/", "\?", "#" and "@" are written as %25, %2F, %3F, %23 and %40\.$/
    expect(() => load({ DATABASE_URL: 'postgres://app:hun/ter2@host/db' })).toThrow(codes)
    expect(() => load({ DATABASE_URL: 'postgres://app:hun@ter2@host/db' })).toThrow(codes)
    expect(() => load({ SMTP_URL: 'smtp://app:50%@host' })).toThrow(codes)
    expect(() => load({ SMTP_URL: 'user:hunter2@host' })).not.toThrow(codes)
  })

  it('takes an @ in a parameter of the database for none of a password', () => {
    const url = 'postgres://app:hun%2Fter2@host/db?application_name=a@b'
    expect(load({ DATABASE_URL: url, SMTP_URL: 'smtp://localhost' }).databaseUrl).toBe(url)
  })

  it.each([
    ['?sslmode=require', '?sslmode=verify-full'],
    ['?a=b&sslmode=prefer&c=d', '?a=b&sslmode=verify-full&c=d'],
    ['?sslmode=no-verify', '?sslmode=no-verify'],
    ['?sslmode=require&uselibpqcompat=true', '?sslmode=require&uselibpqcompat=true'],
  ])('reaches the database %s with %s', (written, used) => {
    const { databaseUrl } = load({ DATABASE_URL: `postgres://host/db${written}`, SMTP_URL: 'smtp://localhost' })
    expect(databaseUrl).toBe(`postgres://host/db${used}`)
  })

  it.each([
    ['127.0.0.1', 'http://localhost:3000'],
    ['localhost', 'http://localhost:3000'],
    ['0.0.0.0', 'http://localhost:3000'],
    ['::', 'http://localhost:3000'],
    ['127.0.0.2', 'http://127.0.0.2:3000'],
    ['192.168.1.5', 'http://192.168.1.5:3000'],
    ['::1', 'http://[::1]:3000'],
    ['events.local', 'http://events.local:3000'],
    ['fe80::1%eth0', 'http://localhost:3000'],
  ])('that listens on %s is reached at %s', (host, publicUrl) => {
    expect(load({ HOST: host }).publicUrl).toBe(publicUrl)
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
