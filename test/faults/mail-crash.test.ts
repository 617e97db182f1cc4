import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apply, applicationBody, bearer, tokenIn } from '../factories/application.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { createTestDatabase, type TestDatabase } from '../support/database.js'
import { findFreePort } from '../support/free-port.js'
import { holdWriters } from '../support/hold-writers.js'
import { textAt } from '../support/http-client.js'
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js'
import { KillableTweetup } from '../support/killable-tweetup.js'
import { waitFor } from '../support/wait-for.js'

const people = Array.from({ length: 10 }, (_, index) => `fan${index}@example.org`)

let database: TestDatabase
let sink: SmtpSink
let folder: string
let port: number
let tweetup: KillableTweetup
let owner: SignedUp
let event: PublishedEvent
/** While it is closed, the mail server lets every sender wait. */
const gate = { open: Promise.withResolvers<void>(), waiting: 0 }

const start = () => KillableTweetup.start({ database, dataDir: folder, smtpUrl: sink.url, port })
const personal: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetup-kill-'))
  port = await findFreePort()
  database = await createTestDatabase()
  sink = await startSmtpSink({
    onMailFrom(_, __, done) {
      gate.waiting += 1
      void gate.open.promise.then(() => done())
    },
  })
  tweetup = await start()
  owner = await signUp(tweetup.client())
  event = await publishEvent(owner, { now: new Date() })
  await database.query(`update events set opens_at = now() - interval '1 hour' where id = $1`, [event.id])
}, 120_000)

afterAll(async () => {
  await tweetup?.stop()
  await sink?.close()
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
})

describe('kill -9 between an accepted application and its mail', () => {
  it('loses neither: the page is there, and the mail comes, once', async () => {
    const receipts = await Promise.all(people.map((email) => apply(tweetup.client(), owner, event, { email })))
    expect(receipts.map(({ status }) => status)).toEqual(people.map(() => 201))
    await waitFor(() => gate.waiting > 0)
    await tweetup.kill()
    expect(sink.mails).toEqual([])

    gate.open.resolve()
    tweetup = await start()
    for (const { body } of receipts) {
      personal.push(tokenIn(textAt(body, 'personalUrl')))
      const page = await tweetup.client().get('/api/me', bearer(personal.at(-1) ?? ''))
      expect(page).toMatchObject({ status: 200, body: { step: 'received', ticket: { id: textAt(body, 'ticketId') } } })
    }
    for (const email of people) await sink.mailTo(email, ({ parsed }) => /\/confirm\//.test(parsed.text ?? ''), 60_000)
    await settled()
    for (const email of people) expect(sink.mailsTo(email)).toHaveLength(1)
  }, 120_000)

  it('leaves links that work', async () => {
    for (const [index, email] of people.entries()) {
      const token = tokenIn(sink.mailsTo(email)[0]?.parsed.text ?? '')
      const confirmed = await tweetup.client().post('/api/confirmations', { token, personalToken: personal[index] })
      expect(confirmed.status).toBe(200)
    }
  })
})

describe('kill -9 before the answer', () => {
  it('leaves a request that can be sent again and takes effect once', async () => {
    const email = 'unlucky@example.org'
    const body = applicationBody(event, { email })
    const path = `/api/public/${owner.slug}/${event.slug}/applications`
    const key = { headers: { 'idempotency-key': randomUUID() } }
    const hold = await holdWriters(database, 'applications')
    const unanswered = tweetup
      .client()
      .post(path, body, key)
      .then(
        () => 'answered',
        () => 'broken',
      )
    await hold.waitForWriter()
    await tweetup.kill()
    await hold.release()
    expect(await unanswered).toBe('broken')

    tweetup = await start()
    const again = await tweetup.client().post(path, body, key)
    expect(again.status).toBe(201)
    expect((await tweetup.client().post(path, body, key)).body).toEqual(again.body)
    expect(await database.query('select from applications where email_key = $1', [email])).toHaveLength(1)
    await sink.mailTo(email, undefined, 60_000)
    await settled()
    expect(sink.mailsTo(email)).toHaveLength(1)
  }, 120_000)
})

/** All mails have left, and no job is about to be tried again. */
async function settled(): Promise<void> {
  await waitFor(
    async () =>
      (
        await database.query(
          `select from deliveries where state <> 'sent' union all select from pgboss.job where state in ('created', 'retry', 'active') and name like 'deliver-%'`,
        )
      ).length === 0,
    { within: 60_000, what: 'all mails to be sent' },
  )
}
