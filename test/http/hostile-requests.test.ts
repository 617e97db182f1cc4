import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { loggedError } from '../../apps/api/src/http/logged-error.js'
import { Public } from '../../apps/api/src/http/index.js'
import { Controller, Post } from '@nestjs/common'
import { HttpClient } from '../support/http-client.js'
import { type Probe, startProbe } from '../support/probe-app.js'

@Public()
@Controller('/api/doors')
class DoorsController {
  @Post()
  open(): string {
    return 'open'
  }
}

let probe: Probe

beforeAll(async () => {
  probe = await startProbe({ controllers: [DoorsController], env: { PUBLIC_URL: 'https://events.duinlicht.example' } })
})
afterAll(() => probe?.close())

/** A request whose target and headers are sent as they are; fetch would tidy them up. */
function send(method: string, target: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  const { hostname, port } = new URL(probe.url)
  return new Promise((resolve, reject) => {
    const sent = request({ method, path: target, host: hostname, port, headers: { accept: 'text/html', ...headers } }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode))
    })
    sent.on('error', reject).end()
  })
}

describe('a request of a browser', () => {
  it.each(['//', '///x', '//[', '/\\x', '/%2f%2f', '/%ff', '/%00', '/a?%', '//x:99999999/'])(
    'for %s is answered, and the next one too',
    async (target) => {
      expect([400, 404]).toContain(await send('GET', target))
      expect((await new HttpClient(probe.url).get('/api/health')).status).toBe(200)
    },
  )
})

describe('an address that cannot be decoded', () => {
  it.each(['/%ff', '/api/public/%E0%A4%A'])('%s is a problem like any other', async (target) => {
    const { status, headers, body } = await new HttpClient(probe.url).get(target)
    expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
      'nosniff',
    ])
    expect(body).toMatchObject({ status: 400, type: 'urn:tweetup:problem:problems:badRequest' })
  })
})

describe('a page that points a name of its own at a trial', () => {
  const port = () => new URL(probe.url).port
  const open = (host: string) =>
    send('POST', '/api/doors', { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin', accept: '*/*' })

  it('can change nothing there', async () => {
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.nip.example'])
      expect(await open(`${host}:${port()}`)).toBe(403)
  })

  it('does not keep its own names out', async () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]', 'events.duinlicht.example']) expect(await open(`${host}:${port()}`)).toBe(201)
  })
})

describe('the log of an error', () => {
  it('says what broke without what people wrote', async () => {
    const dataSource = probe.app.get(DataSource)
    const insert = () =>
      dataSource.query(
        `insert into users (id, email, name, password_hash, locale, created_at)
         values (gen_random_uuid(), $1, 'Sanne Vermeer', 'hash', 'en', now())`,
        ['sanne@example.org'],
      )
    await insert()
    const error: unknown = await insert().catch((failure: unknown) => failure)
    expect(JSON.stringify({ ...(error as object) })).toContain('sanne@example.org')
    const logged = JSON.stringify(loggedError(new Error('The request failed', { cause: error })))
    expect(logged).not.toContain('sanne@example.org')
    expect(logged).toContain('insert into users')
    expect(logged).toContain('users_email')
  })

  it('is written so by the server', () => {
    const { log } = probe.app.getHttpAdapter().getInstance()
    const symbol = Object.getOwnPropertySymbols(log).find(({ description }) => description === 'pino.serializers')
    expect(symbol && (log as unknown as Record<symbol, { err?: unknown }>)[symbol]?.err).toBe(loggedError)
  })
})
