import { describe, expect, test } from '@jest/globals'
import { explainError } from './explain-error.js'
import { BuildError, PlainError } from './plain-error.js'

const systemError = (fields: object): Error => Object.assign(new Error('system'), fields)

describe('explainError()', () => {
  test.each<[object, string]>([
    [
      { code: 'EADDRINUSE', port: 3000, address: '127.0.0.1' },
      'Port 3000 is taken on 127.0.0.1: stop what uses it, or choose another one with PORT=3001.',
    ],
    [{ code: 'EADDRINUSE', port: 65_535 }, 'Port 65535 is taken: stop what uses it, or choose another one with PORT=65534.'],
    [
      { message: 'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string' },
      'The database asks for a password, and DATABASE_URL has none: write it as postgres://user:password@host:5432/tweetup.',
    ],
    [
      { message: 'The server does not support SSL connections' },
      'The database offers no TLS, and DATABASE_URL asks for it: switch it on in the server (ssl = on), or on a network that you trust leave sslmode out of DATABASE_URL.',
    ],
    [
      { code: 'DEPTH_ZERO_SELF_SIGNED_CERT', message: 'self-signed certificate' },
      "The database's certificate cannot be trusted (self-signed certificate): name the authority that issued it with sslrootcert=/path/to/ca.pem in DATABASE_URL, and the server by the name in the certificate.",
    ],
    [
      { code: '57P01', message: 'terminating connection due to administrator command' },
      'The database takes no more queries on this connection (terminating connection due to administrator command): its log says why. Start again once it runs.',
    ],
    [
      { code: '53300', message: 'too many connections for role "app"' },
      'The database takes no more connections (too many connections for role "app"): lower DATABASE_POOL, or raise the limit of the role (alter role … connection limit …) or of the server (max_connections).',
    ],
    [{ code: 'EACCES', port: 80 }, 'Port 80 may not be used by this user: choose one above 1023 with PORT.'],
    [{ code: 'EROFS', path: '/srv/dist' }, '/srv/dist may not be written or read by this user: change its owner or its permissions.'],
    [{ code: 'ENOSPC' }, 'The disk is full: make room, then start again.'],
    [
      { code: 'ECONNREFUSED', address: '10.0.0.7', port: 5432 },
      'Nothing answers on 10.0.0.7:5432: start the server there, or correct DATABASE_URL.',
    ],
  ])('tells what %j means and what to do', (fields, line) => {
    expect(explainError(systemError(fields))).toBe(line)
  })

  test('hands on in one line what was written for a person', () => {
    expect(explainError(new PlainError('Set PORT\n  to a number.'))).toBe('Set PORT to a number.')
  })

  test('finds what happened under the errors that libraries wrap it in', () => {
    const wrapped = new Error('Nest could not start', {
      cause: new AggregateError([systemError({ code: '3D000', message: 'database "x" does not exist' })]),
    })
    const refused = systemError({ code: 'ECONNREFUSED', address: '::1', port: 5432 })
    expect(explainError(Object.assign(new AggregateError([refused]), { code: 'ECONNREFUSED' }))).toMatch(/^Nothing answers on ::1:5432: /)
    expect(explainError(wrapped)).toMatch(/^The database does not exist .*: create it, or correct DATABASE_URL\.$/)
  })

  test('leaves what a compiler says as it is', () => {
    expect(explainError(new BuildError('a.ts:\n  ^'))).toBe('a.ts:\n  ^')
  })

  test('has a line for what is not even an error', () => {
    expect(explainError('no')).toBe('It did not work: no')
  })
})
