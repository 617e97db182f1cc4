import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { applicationBody } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { findFreePort } from '../support/free-port.js'
import { type Answer, HttpClient, textAt } from '../support/http-client.js'
import { KillableTweetup } from '../support/killable-tweetup.js'

jest.setTimeout(180_000)

const fans = 400
const hands = 40

let app: TestApp
let owner: SignedUp
let event: PublishedEvent
let folder: string

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z' })
  owner = await signUp(app.client())
  event = await openEvent(app, owner, 10)
  folder = mkdtempSync(join(tmpdir(), 'tweetup-intake-crash-'))
})
afterAll(async () => {
  await app?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('kill -9 in the middle of a rush loses no application that was answered, and doubles none', async () => {
  const port = await findFreePort()
  const start = () => KillableTweetup.start({ database: app.database, dataDir: folder, smtpUrl: app.sink?.url ?? '', port })
  let tweetup = await start()
  const waiting = Array.from({ length: fans }, (_, index) => `fan-${index}@crash.example`)
  const tickets = new Map<string, string>()
  let failures = 0

  /** Tries until there is an answer, always with the same request and key. */
  async function applyStubbornly(email: string): Promise<Answer> {
    const body = applicationBody(event, { email })
    const headers = { 'idempotency-key': randomBytes(12).toString('hex') }
    for (;;) {
      try {
        const answer = await new HttpClient(`http://127.0.0.1:${port}`).post(`/api/public/${owner.slug}/${event.slug}/applications`, body, {
          headers,
        })
        if (![409, 503].includes(answer.status)) return answer
      } catch {
        failures += 1
      }
      await pause(50)
    }
  }
  const rush = Array.from({ length: hands }, async () => {
    for (let email = waiting.shift(); email !== undefined; email = waiting.shift()) {
      const { status, body } = await applyStubbornly(email)
      expect(status).toBe(201)
      tickets.set(email, textAt(body, 'ticketId'))
    }
  })
  while (tickets.size < fans / 4) await pause(1)
  await tweetup.kill()
  tweetup = await start()
  await Promise.all(rush)
  await tweetup.stop()
  await app.settled()

  expect(failures).toBeGreaterThan(0)
  const rows = await app.database.query<{ email: string; ticket_id: string; mails: number }>(
    `select email, ticket_id, (select count(*)::int from deliveries where application_id = applications.id) as mails
     from applications where event_id = $1`,
    [event.id],
  )
  expect(new Map(rows.map(({ email, ticket_id }) => [email, ticket_id]))).toEqual(tickets)
  expect(rows.length).toBe(fans)
  expect(rows.every(({ mails }) => mails === 1)).toBe(true)
})
