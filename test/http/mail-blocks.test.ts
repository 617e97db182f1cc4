import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apply, applyAndConfirm, bearer, tokenIn } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, textAt } from '../support/http-client.js'

let app: TestApp
let owner: SignedUp
let [event, later]: PublishedEvent[] = []

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z' })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  event = await openEvent(app, owner, 2)
  later = await openEvent(app, owner, 2, { title: 'Orion' })
}, 60_000)
afterAll(() => app?.close())

const address = () => `${unique('fan')}@example.org`
const mailsTo = (email: string) => app.sink?.mailsTo(email) ?? []
const send = (email: string, to = event) => apply(app.client(), owner, to as PublishedEvent, { email })

/** Applies as a stranger does, and answers the address that her mail offers. */
async function pathFor(email: string): Promise<string> {
  expect((await send(email)).status).toBe(201)
  await app.settled()
  const { raw } = mailsTo(email).at(-1) ?? { raw: '' }
  const url = /^List-Unsubscribe:\s+<([^>]+)>\r$/im.exec(raw.replaceAll(/\r\n[ \t]+/g, ' '))?.[1] ?? ''
  return new URL(url).pathname
}

/** As a mail program's server does it: no cookies, no origin, a form. */
const oneClick = (path: string, init: RequestInit = {}) =>
  fetch(new URL(path, app.url), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
    ...init,
  })

describe('a mail to an address that nobody has confirmed', () => {
  it('offers to be the last one, to people and to mail programs (RFC 8058)', async () => {
    const email = address()
    const path = await pathFor(email)
    const { parsed, raw } = mailsTo(email).at(-1) ?? {}
    expect(path).toMatch(/^\/no-mail\/[\w-]{86}$/)
    expect(raw).toMatch(/^List-Unsubscribe-Post:\s+List-Unsubscribe=One-Click\r$/im)
    expect(raw?.match(/^List-Unsubscribe:/gim)).toHaveLength(1)
    expect(parsed?.text).toContain(path)
    expect(parsed?.html).toContain(path)
  })

  it('of somebody who takes part offers nothing of the kind', async () => {
    const email = address()
    await applyAndConfirm(app, owner, event as PublishedEvent, { email })
    await send(email)
    await app.settled()
    expect(mailsTo(email)).toHaveLength(2)
    expect(mailsTo(email).at(-1)?.raw).not.toMatch(/^List-Unsubscribe/im)
  })
})

describe('one press', () => {
  it.each<[string, RequestInit]>([
    ['as a form', {}],
    ['as a form of parts', multipart()],
    ['without a body', { body: null, headers: {} }],
  ])('by a mail program, %s, ends the mails about every event of the organization', async (_, init) => {
    const email = address()
    const answer = await oneClick(await pathFor(email), init)
    expect([answer.status, await answer.json(), answer.headers.get('set-cookie')]).toEqual([200, { blocked: true }, null])
    await send(email, later)
    await send(email.toUpperCase())
    await app.settled()
    expect(mailsTo(email)).toHaveLength(1)
    const [row] = await app.database.query<{ state: string }>(`select state from deliveries where recipient = $1 and event_id = $2`, [
      email,
      later?.id,
    ])
    expect(row).toEqual({ state: 'blocked' })
  })

  it('leaves the application what it is, and its sender none the wiser', async () => {
    const [hers, another] = [address(), address()]
    await oneClick(await pathFor(hers))
    const pages = []
    for (const email of [hers, another]) {
      const { body } = await send(email, later)
      const page = (await app.client().get('/api/me', bearer(tokenIn(textAt(body, 'personalUrl'))))).body
      pages.push({ step: at(page, 'step'), withdrawnAt: at(page, 'withdrawnAt'), next: at(page, 'next'), can: at(page, 'can') })
    }
    expect(pages[0]).toEqual(pages[1])
    expect(pages[0]).toMatchObject({ step: 'received', withdrawnAt: null })
  })

  it('is taken back on the same page', async () => {
    const email = address()
    const path = await pathFor(email)
    await oneClick(path)
    const page = await app.client().get(path, { headers: { accept: 'text/html' } })
    expect([page.status, page.headers.get('referrer-policy')]).toEqual([200, 'no-referrer'])
    expect(page.text).toContain('"blocked":true')
    expect((await app.client().delete(path)).body).toEqual({ blocked: false })
    await send(email, later)
    await app.settled()
    expect(mailsTo(email)).toHaveLength(2)
  })

  it('does not keep her from taking part: who confirms gets her mails', async () => {
    const email = address()
    const path = await pathFor(email)
    await oneClick(path)
    const token = tokenIn(mailsTo(email)[0]?.parsed.text ?? '')
    expect((await app.client().post('/api/confirmations', { token })).status).toBe(200)
    await app.settled()
    expect(mailsTo(email).at(-1)?.parsed.text).toContain('/me/')
    await send(email, later)
    await app.settled()
    expect(mailsTo(email)).toHaveLength(3)
  })

  it('on opening the page is none: mail scanners open every link', async () => {
    const email = address()
    const path = await pathFor(email)
    await app.client().get(path, { headers: { accept: 'text/html' } })
    await send(email, later)
    await app.settled()
    expect(mailsTo(email)).toHaveLength(2)
  })
})

describe('a stranger', () => {
  it('blocks nobody with a link that she has changed', async () => {
    const path = await pathFor(address())
    const token = path.split('/').at(-1) ?? ''
    const flipped = `${token.slice(0, 40)}${token[40] === 'A' ? 'B' : 'A'}${token.slice(41)}`
    for (const forged of [flipped, token.slice(0, -1), `${token}A`, 'A'.repeat(86), 'x']) {
      expect((await oneClick(`/no-mail/${forged}`)).status).toBe(404)
      expect((await app.client().delete(`/no-mail/${forged}`)).status).toBe(404)
      expect((await app.client().get(`/no-mail/${forged}`)).status).toBe(404)
    }
  })

  it('gets no address out of the table', async () => {
    const email = address()
    await oneClick(await pathFor(email))
    const rows = await app.database.query<{ row: string }>('select to_jsonb(b)::text as row from mail_blocks b')
    expect(rows.length).toBeGreaterThan(0)
    for (const { row } of rows) expect(row).not.toContain(email)
  })

  it('posts forms nowhere else', async () => {
    expect((await oneClick('/api/lost-links', { body: 'email=a%40example.org' })).status).toBe(415)
  })
})

function multipart(): RequestInit {
  const body = new FormData()
  body.set('List-Unsubscribe', 'One-Click')
  return { body, headers: {} }
}
