import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { MailPasswordReset } from '../../apps/api/src/accounts/mail-password-reset.js'
import { newId } from '../../apps/api/src/database/index.js'
import { password, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, type HttpClient, listAt, textAt } from '../support/http-client.js'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-04-01T10:00:00Z' })
})

afterAll(() => app?.close())

const newcomer = () => ({
  organizationName: unique('Kobalt Audio '),
  name: 'Amara Osei',
  email: `${unique('amara')}@kobalt.example`,
  password: 'zeven uur voor een bit',
  locale: 'nl',
})

const fields = (answer: Answer): string[] => listAt(answer.body, 'errors').map((error) => textAt(error, 'path'))

async function linkIn(address: string, path: string): Promise<string> {
  const mail = await app.sink?.mailTo(address, ({ parsed }) => parsed.text?.includes(path) ?? false)
  const token = mail?.parsed.text?.split(path)[1]?.match(/^[\w-]+/)?.[0]
  if (!token) throw new Error(`No ${path} link in the mail to ${address}`)
  return token
}

describe('signing up', () => {
  it('makes an organization with its first owner, who is signed in', async () => {
    const client = app.client()
    const body = newcomer()
    const answer = await client.post('/api/accounts', { ...body, organizationName: 'Café de Zeemeeuw' })
    expect(answer).toMatchObject({
      status: 201,
      body: {
        user: { name: 'Amara Osei', email: body.email, locale: 'nl' },
        memberships: [
          {
            role: 'owner',
            organization: { slug: 'cafe-de-zeemeeuw', name: 'Café de Zeemeeuw', accent: '#0A6450', logoUrl: null, locale: 'nl' },
          },
        ],
        trial: true,
      },
    })
    expect((await client.get('/api/session')).body).toMatchObject({ user: { email: body.email } })
  })

  it('keeps the session in a cookie that scripts and other sites cannot use', async () => {
    const client = app.client()
    const answer = await client.post('/api/accounts', newcomer())
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('tweetup='))
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).toMatch(/Path=\//)
    expect(answer.text).not.toContain(client.cookie('tweetup') ?? 'tweetup=')
  })

  it('gives two organizations with one name two addresses, and none that is ours', async () => {
    const first = await signUp(app.client(), { organizationName: 'Tuinen van Mien' })
    const second = await signUp(app.client(), { organizationName: 'Tuinen van Mien' })
    const third = await signUp(app.client(), { organizationName: 'Console' })
    expect([first.slug, second.slug, third.slug]).toEqual(['tuinen-van-mien', 'tuinen-van-mien-2', 'console-2'])
  })

  it('gives each an address of its own when many come at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => signUp(app.client(), { organizationName: 'Haringfestival' })))
    expect(new Set(all.map(({ slug }) => slug)).size).toBe(8)
  })

  it('names every field that is not right, in the language of the reader', async () => {
    const answer = await app
      .client()
      .post(
        '/api/accounts',
        { organizationName: ' ', name: 'A\u0000B', email: 'nobody', password: 'kort', locale: 'fr', admin: true },
        { headers: { 'accept-language': 'nl' } },
      )
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(fields(answer).sort()).toEqual(['admin', 'email', 'locale', 'name', 'organizationName', 'password'])
    expect(answer.text).toContain('Gebruik minstens 10 tekens')
  })

  it.each([
    [null],
    [[]],
    [{}],
    ['text'],
    [7],
    [{ ...newcomer(), name: { toString: 'x' } }],
    [{ ...newcomer(), name: 'x'.repeat(900_000) }],
  ])('refuses a body that is none of ours: %#', async (body) => {
    const answer = await app.client().post('/api/accounts', body)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  it('refuses a password that anybody would guess', async () => {
    const answer = await app.client().post('/api/accounts', { ...newcomer(), password: 'Welkom2027!!' })
    expect(answer.status).toBe(422)
    expect(fields(answer)).toEqual(['password'])
  })

  it('refuses an address that has an account, however it is written', async () => {
    const { email } = await signUp(app.client())
    const answer = await app.client().post('/api/accounts', { ...newcomer(), email: ` ${email.toUpperCase()} ` })
    expect(answer.status).toBe(422)
    expect(fields(answer)).toEqual(['email'])
  })

  it('shows markup in names as text', async () => {
    const client = app.client()
    const { slug } = await signUp(client, { organizationName: '<b>Duin</b> & "licht"' })
    expect(slug).toBe('b-duin-b-and-licht')
    expect((await client.get(`/api/organizations/${slug}`)).body).toMatchObject({ name: '<b>Duin</b> & "licht"' })
  })
})

describe('signing in', () => {
  it('works with the address in any writing, and signing out ends it', async () => {
    const { email } = await signUp(app.client())
    const client = app.client()
    expect(await client.post('/api/session', { email: email.toUpperCase(), password })).toMatchObject({
      status: 200,
      body: { user: { email } },
    })
    const cookie = client.cookie('tweetup') ?? ''
    expect((await client.delete('/api/session')).status).toBe(204)
    const stolen = await app.client().get('/api/session', { headers: { cookie: `tweetup=${cookie}` } })
    expect(stolen.body).toMatchObject({ user: null, memberships: [] })
  })

  it('answers the same for a wrong password and for nobody', async () => {
    const { email } = await signUp(app.client())
    const wrong = await app.client().post('/api/session', { email, password: 'something else entirely' })
    const nobody = await app.client().post('/api/session', { email: `${unique('nobody')}@nowhere.example`, password })
    expect([wrong.status, nobody.status]).toEqual([401, 401])
    expect({ ...(wrong.body as object), instance: '' }).toEqual({ ...(nobody.body as object), instance: '' })
  })

  it('gives a new session each time and keeps only its hash', async () => {
    const { client, email } = await signUp(app.client())
    const before = client.cookie('tweetup')
    await client.post('/api/session', { email, password })
    const after = client.cookie('tweetup') ?? ''
    expect(after).not.toBe(before)
    expect(after.length).toBeGreaterThanOrEqual(43)
    const rows = await app.database.query<{ row: string }>('select sessions::text as row from sessions')
    expect(rows.some(({ row }) => row.includes(after))).toBe(false)
    expect((await app.client().get('/api/session', { headers: { cookie: `tweetup=${before}` } })).body).toMatchObject({ user: null })
  })

  it('is slowed down after many wrong guesses, for this address only', async () => {
    const { email } = await signUp(app.client())
    const other = await signUp(app.client())
    const guess = () => app.client().post('/api/session', { email, password: 'guess after guess' })
    const answers: Answer[] = []
    for (let tries = 0; tries < 21; tries += 1) answers.push(await guess())
    expect(answers.slice(0, 20).every(({ status }) => status === 401)).toBe(true)
    expect(answers.at(-1)).toMatchObject({ status: 429 })
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await app.client().post('/api/session', { email, password })).status).toBe(429)
    expect((await app.client().post('/api/session', { email: other.email, password })).status).toBe(200)
  })

  it('is refused when a page of another site sends it', async () => {
    const { email } = await signUp(app.client())
    const answer = await app.client().post('/api/session', { email, password }, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(answer.status).toBe(403)
  })
})

describe('a forgotten password', () => {
  const ask = (email: string) => app.client().post('/api/password-resets', { email })

  it('is replaced with the link from the mail, once, and signs out everywhere', async () => {
    const { client, email } = await signUp(app.client())
    expect((await ask(email)).status).toBe(202)
    const token = await linkIn(email, '/reset/')
    const anew = 'veertig dekens en lauwe soep'
    expect((await app.client().post(`/api/password-resets/${token}`, { password: anew })).status).toBe(204)
    expect((await client.get('/api/session')).body).toMatchObject({ user: null })
    expect((await app.client().post('/api/session', { email, password })).status).toBe(401)
    expect((await app.client().post('/api/session', { email, password: anew })).status).toBe(200)
    expect((await app.client().post(`/api/password-resets/${token}`, { password: 'nog een keer proberen' })).status).toBe(404)
  })

  it('tells nobody which addresses have an account', async () => {
    const { email } = await signUp(app.client())
    const [known, unknown] = [await ask(email), await ask(`${unique('nobody')}@nowhere.example`)]
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text])
  })

  it('is mailed once for one request, however often the worker takes it up', async () => {
    const { email } = await signUp(app.client())
    const id = newId()
    for (let attempt = 0; attempt < 3; attempt += 1) await app.get(MailPasswordReset).run(id, email)
    await app.settled()
    expect(app.sink?.mailsTo(email)).toHaveLength(1)
  })

  it('is mailed at most three times an hour', async () => {
    const { email } = await signUp(app.client())
    for (let tries = 0; tries < 5; tries += 1) expect((await ask(email)).status).toBe(202)
    await app.settled()
    expect(app.sink?.mailsTo(email)).toHaveLength(3)
  })

  it('refuses a weak new password and leaves the link usable', async () => {
    const { email } = await signUp(app.client())
    await ask(email)
    const token = await linkIn(email, '/reset/')
    expect((await app.client().post(`/api/password-resets/${token}`, { password: 'wachtwoord123' })).status).toBe(422)
    expect((await app.client().post(`/api/password-resets/${token}`, { password: 'veertig dekens en soep' })).status).toBe(204)
  })

  it('keeps no token that a copy of the database would give away', async () => {
    const { email } = await signUp(app.client())
    await ask(email)
    const token = await linkIn(email, '/reset/')
    const rows = await app.database.query<{ row: string }>(
      'select deliveries::text as row from deliveries union all select password_resets::text from password_resets union all select data::text from pgboss.job',
    )
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.some(({ row }) => row.includes(token))).toBe(false)
  })

  it.each(['nonsense', '%00', '..%2f..', 'x'.repeat(3000)])('knows no link %#', async (token) => {
    const answer = await app.client().post(`/api/password-resets/${token}`, { password: 'veertig dekens en soep' })
    expect([400, 404, 414]).toContain(answer.status)
  })
})

describe('time', () => {
  let late: TestApp
  let client: HttpClient

  beforeAll(async () => {
    late = await startTestApp({ smtp: true, clock: '2027-04-01T10:00:00Z' })
    client = (await signUp(late.client(), { email: 'late@duinlicht.example' })).client
  })
  afterAll(() => late?.close())

  it('ends a reset link after an hour', async () => {
    await late.client().post('/api/password-resets', { email: 'late@duinlicht.example' })
    const mail = await late.sink?.mailTo('late@duinlicht.example')
    const token = mail?.parsed.text?.split('/reset/')[1]?.match(/^[\w-]+/)?.[0]
    await late.moveTo('2027-04-01T11:01:00Z')
    expect((await late.client().post(`/api/password-resets/${token}`, { password: 'veertig dekens en soep' })).status).toBe(404)
  })

  it('keeps a session that is used, up to 90 days, and ends one that is not after 30', async () => {
    const idle = late.client()
    await idle.post('/api/session', { email: 'late@duinlicht.example', password })
    for (const day of ['2027-04-25', '2027-05-20', '2027-06-15']) {
      await late.moveTo(`${day}T10:00:00Z`)
      expect(at((await client.get('/api/session')).body, 'user')).not.toBeNull()
    }
    expect(at((await idle.get('/api/session')).body, 'user')).toBeNull()
    await late.moveTo('2027-06-30T10:01:00Z')
    expect(at((await client.get('/api/session')).body, 'user')).toBeNull()
  })
})
