import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Application, ApplicationTokens } from '../../apps/api/src/applications/index.js'
import { DataSource } from 'typeorm'
import { apply, applyAndConfirm, bearer, confirmTokenFor, tokenIn } from '../factories/application.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, listAt, textAt } from '../support/http-client.js'

const start = new Date('2027-05-01T10:00:00Z')
const minute = 60_000
const html = { headers: { accept: 'text/html' } }

let app: TestApp
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
  event = await openEvent()
}, 60_000)
afterAll(() => app.close())

/** An event that takes applications now. */
async function openEvent(changes: Readonly<Record<string, unknown>> = {}): Promise<PublishedEvent> {
  const published = await publishEvent(owner, { now: await app.now(), changes })
  await app.database.query('update events set opens_at = $2 where id = $1', [published.id, new Date((await app.now()).getTime() - minute)])
  return published
}

const fan = () => `${unique('fan')}@example.org`
const me = (token: string) => app.client().get('/api/me', bearer(token))
const confirm = (token: string, personalToken?: string) => app.client().post('/api/confirmations', { token, personalToken })
const withdraw = (token: string) => app.client().post('/api/me/withdrawal', undefined, bearer(token))
const rejoin = (token: string) => app.client().delete('/api/me/withdrawal', bearer(token))
const resend = (token: string) => app.client().post('/api/me/confirmation-mail', undefined, bearer(token))
const edit = (token: string, version: number | undefined, body: unknown) =>
  app.client().patch('/api/me', body, {
    headers: { authorization: `Bearer ${token}`, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
  })

async function received(email: string, to = event): Promise<string> {
  return tokenIn(textAt((await apply(app.client(), owner, to, { email })).body, 'personalUrl'))
}

function pageData({ text }: Answer): unknown {
  return JSON.parse(/<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(text)?.[1] ?? 'null')
}

const subjects = (email: string) => app.sink?.mailsTo(email).map(({ parsed }) => parsed.subject)

describe('a link that leads nowhere', () => {
  it('is answered in the same way whatever it is', async () => {
    const email = fan()
    await received(email)
    const tokens = ['', 'x', 'A'.repeat(24), await confirmTokenFor(app, email), `${'A'.repeat(400)}`]
    const answers = await Promise.all(tokens.map(me))
    expect(answers.map(({ status }) => status)).toEqual(tokens.map(() => 404))
    expect(new Set(answers.map(({ body }) => JSON.stringify({ ...(body as object), instance: '' }))).size).toBe(1)
    for (const method of ['withdraw', 'rejoin', 'resend'] as const)
      expect((await { withdraw, rejoin, resend }[method]('A'.repeat(24))).status).toBe(404)
    expect((await edit('A'.repeat(24), 1, { name: 'Sanne' })).status).toBe(404)
    expect((await confirm('A'.repeat(24))).status).toBe(404)
    expect((await app.client().get(`/me/${'A'.repeat(24)}`, html)).status).toBe(404)
    const page = await app.client().get(`/confirm/${'A'.repeat(24)}`, html)
    expect([page.status, pageData(page)]).toEqual([404, { kind: 'confirm', state: 'unknown', event: null, name: null }])
  })
})

describe('the personal page', () => {
  it('shows where it stands, what comes next and what can be done', async () => {
    const email = fan()
    const { body } = await me(await received(email))
    expect(body).toMatchObject({
      step: 'received',
      email,
      name: 'Sanne Vermeer',
      version: 1,
      confirmedAt: null,
      draw: null,
      invitation: null,
      event: { title: 'Night of the Comet', phase: 'open' },
      can: { edit: true, withdraw: true, rejoin: false, answer: false, giveBack: false, resendConfirmation: true },
      stamps: [{ kind: 'received' }],
    })
    expect(listAt(body, 'next').map((step) => [at(step, 'key'), at(step, 'at')])).toEqual([
      ['confirm', event.closesAt.toISOString()],
      ['freeze', event.closesAt.toISOString()],
      ['draw', new Date(event.closesAt.getTime() + 10 * minute).toISOString()],
      ['answer', event.answerBy.toISOString()],
      ['day', event.startsAt.toISOString()],
    ])
  })

  it('is a page that nobody keeps, finds or is told about', async () => {
    const token = await received(fan())
    const page = await app.client().get(`/me/${token}`, html)
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toContain('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.text).toMatch(/<meta name="robots" content="noindex/)
    expect(pageData(page)).toMatchObject({ kind: 'me', me: { step: 'received' } })
    expect((await me(token)).headers.get('cache-control')).toContain('no-store')
  })

  it('knows nothing of the nonce, the tokens or the organization behind it', async () => {
    const { text } = await me(await received(fan()))
    for (const word of ['nonce', 'TokenHash', 'tokenEpoch', 'shadow', 'emailKey', 'consent', 'organizationId'])
      expect(text).not.toContain(word)
  })
})

describe('confirming an address', () => {
  it('takes a press: opening the link changes nothing', async () => {
    const email = fan()
    const token = await received(email)
    const confirmToken = await confirmTokenFor(app, email)
    for (let time = 0; time < 3; time += 1) {
      const page = await app.client().get(`/confirm/${confirmToken}`, html)
      expect(page.status).toBe(200)
      expect(page.headers.get('referrer-policy')).toBe('no-referrer')
      expect(pageData(page)).toMatchObject({
        kind: 'confirm',
        state: 'open',
        name: 'Sanne Vermeer',
        event: { title: 'Night of the Comet' },
      })
    }
    expect(at((await me(token)).body, 'step')).toBe('received')
  })

  it('in the browser that applied keeps its link', async () => {
    const email = fan()
    const token = await received(email)
    const { status, body } = await confirm(await confirmTokenFor(app, email), token)
    expect(status).toBe(200)
    expect(tokenIn(textAt(body, 'personalUrl'))).toBe(token)
    expect((await me(token)).body).toMatchObject({
      step: 'confirmed',
      stamps: [{ kind: 'received' }, { kind: 'confirmed' }],
      can: { resendConfirmation: false, edit: true },
    })
    await app.settled()
    expect(subjects(email)).toHaveLength(1)
  })

  it.each([undefined, 'A'.repeat(24)])('from elsewhere (%s) gives the page to the owner of the address alone', async (other) => {
    const email = fan()
    const typed = await received(email)
    const { body } = await confirm(await confirmTokenFor(app, email), other)
    const token = tokenIn(textAt(body, 'personalUrl'))
    expect(token).not.toBe(typed)
    expect((await me(typed)).status).toBe(404)
    expect(at((await me(token)).body, 'step')).toBe('confirmed')
    const mail = await app.sink?.mailTo(email, ({ parsed }) => parsed.subject?.startsWith('Confirmed') ?? false)
    expect(tokenIn(mail?.parsed.text ?? '')).toBe(token)
  })

  it('twice is once', async () => {
    const email = fan()
    await received(email)
    const confirmToken = await confirmTokenFor(app, email)
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => confirm(confirmToken)))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(pageData(await app.client().get(`/confirm/${confirmToken}`, html))).toMatchObject({ state: 'confirmed' })
    await app.settled()
    expect(subjects(email)).toHaveLength(2)
  })

  it('does not work with the token of a shadow, which was never mailed', async () => {
    const email = fan()
    await received(email)
    await received(email)
    const shadow = await app.get(DataSource).manager.findOneByOrFail(Application, {
      email,
      shadowOf:
        (await app.database.query<{ id: string }>('select id from applications where email = $1 and shadow_of is null', [email]))[0]?.id ??
        '',
    })
    expect((await confirm(app.get(ApplicationTokens).confirm(shadow))).status).toBe(404)
  })

  it('revives what somebody else withdrew before the address was proven', async () => {
    const email = fan()
    const typed = await received(email)
    expect(at((await withdraw(typed)).body, 'step')).toBe('withdrawn')
    const { body } = await confirm(await confirmTokenFor(app, email))
    expect(at((await me(tokenIn(textAt(body, 'personalUrl')))).body, 'step')).toBe('confirmed')
  })

  it('sends its mail again when asked, three times in all', async () => {
    const email = fan()
    const token = await received(email)
    expect((await resend(token)).status).toBe(429)
    const answers = []
    for (let time = 0; time < 4; time += 1) {
      await app.moveTo(new Date((await app.now()).getTime() + 6 * 60_000))
      answers.push((await resend(token)).status)
      expect((await resend(token)).status).toBe(429)
      await app.settled()
    }
    expect(answers).toEqual([202, 202, 202, 429])
    expect(subjects(email)).toHaveLength(3)
  })

  it('sends nothing more once it is done', async () => {
    const email = fan()
    const { personalToken } = await applyAndConfirm(app, owner, event, { email })
    expect((await resend(personalToken)).status).toBe(202)
    await app.settled()
    expect(subjects(email)).toHaveLength(1)
  })
})

describe('editing', () => {
  it('changes what it names, and keeps the ticket', async () => {
    const { personalToken } = await applyAndConfirm(app, owner, event, { email: fan() })
    const before = (await me(personalToken)).body
    const [place = '', wish = ''] = event.questionIds
    const { status, body, headers } = await edit(personalToken, 1, {
      name: 'Sanne V.',
      handle: '@sanne@mastodon.social',
      answers: { [wish]: 'The sea' },
    })
    expect(status).toBe(200)
    expect(headers.get('etag')).toBe('"2"')
    expect(body).toMatchObject({
      name: 'Sanne V.',
      handle: '@sanne@mastodon.social',
      version: 2,
      answers: { [place]: 'Leiden', [wish]: 'The sea' },
      ticket: at(before, 'ticket') as object,
    })
    expect(at((await edit(personalToken, 2, { handle: '', answers: { [wish]: '' } })).body, 'handle')).toBeNull()
    expect(at((await me(personalToken)).body, `answers`)).not.toHaveProperty(wish)
  })

  it('needs the version that it edits', async () => {
    const token = await received(fan())
    expect((await edit(token, undefined, { name: 'A' })).status).toBe(428)
    expect((await edit(token, 7, { name: 'A' })).status).toBe(412)
    const both = await Promise.all([edit(token, 1, { name: 'A' }), edit(token, 1, { name: 'B' })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  it.each<[Record<string, unknown>, string]>([
    [{ name: '' }, 'name'],
    [{ name: 'a\r\nb' }, 'name'],
    [{ email: 'other@example.org' }, 'email'],
    [{ handle: 'https://bsky.app/profile/sanne.bsky.social' }, 'handle'],
    [{ answers: { nothing: 'x' } }, 'answers.nothing'],
    [{ withdrawnAt: null }, 'withdrawnAt'],
  ])('%j is refused at the field', async (body, path) => {
    const { status, body: problem } = await edit(await received(fan()), 1, body)
    expect([400, 422]).toContain(status)
    expect(at(problem, 'errors.0.path')).toBe(path)
  })

  it('cannot empty an answer that is needed', async () => {
    const [place = ''] = event.questionIds
    const { body } = await edit(await received(fan()), 1, { answers: { [place]: ' ' } })
    expect(at(body, 'errors.0.path')).toBe(`answers.${place}`)
  })
})

describe('withdrawing', () => {
  it('is confirmed by mail and can be taken back until the close', async () => {
    const email = fan()
    const { personalToken } = await applyAndConfirm(app, owner, event, { email })
    const gone = await withdraw(personalToken)
    expect(gone.body).toMatchObject({
      step: 'withdrawn',
      withdrawnAt: expect.any(String),
      can: { rejoin: true, edit: false, withdraw: false },
    })
    expect(listAt(gone.body, 'stamps').map((stamp) => at(stamp, 'kind'))).toEqual(['received', 'confirmed', 'withdrawn'])
    expect((await withdraw(personalToken)).status).toBe(200)
    await app.sink?.mailTo(email, ({ parsed }) => parsed.subject?.startsWith('You have withdrawn') ?? false)
    expect((await edit(personalToken, 2, { name: 'A' })).status).toBe(409)
    expect(at((await rejoin(personalToken)).body, 'step')).toBe('confirmed')
    expect(at((await rejoin(personalToken)).body, 'step')).toBe('confirmed')
    await app.settled()
    expect(subjects(email)).toHaveLength(2)
  })

  it('of an address that nobody has confirmed sends it no mail', async () => {
    const email = fan()
    await withdraw(await received(email))
    await app.settled()
    expect(subjects(email)).toHaveLength(1)
  })

  it('and applying again brings a link to the page where it can be taken back', async () => {
    const email = fan()
    const { personalToken } = await applyAndConfirm(app, owner, event, { email })
    await withdraw(personalToken)
    expect((await apply(app.client(), owner, event, { email })).status).toBe(201)
    const mail = await app.sink?.mailTo(email, ({ parsed }) => /already on the list/.test(parsed.subject ?? ''))
    expect(mail?.parsed.text).toContain('You withdrew your application earlier.')
    expect(tokenIn(mail?.parsed.text ?? '')).toBe(personalToken)
  })
})

describe('a cancelled event', () => {
  it('is told to those who still hope, and to nobody else', async () => {
    const called = await openEvent()
    const [hopes, left, unproven] = [fan(), fan(), fan()]
    const { personalToken } = await applyAndConfirm(app, owner, called, { email: hopes })
    await withdraw((await applyAndConfirm(app, owner, called, { email: left })).personalToken)
    const waiting = await received(unproven, called)
    const confirmToken = await confirmTokenFor(app, unproven)
    const cancelled = await owner.client.post(`/api/organizations/${owner.slug}/events/${called.id}/cancellation`, {
      reason: 'There is a storm.',
      confirmTitle: 'Night of the Comet',
    })
    expect(cancelled.status).toBe(200)
    await app.settled()
    const mail = await app.sink?.mailTo(hopes, ({ parsed }) => /is cancelled/.test(parsed.subject ?? ''))
    expect(mail?.parsed.text).toContain('There is a storm.')
    for (const email of [left, unproven]) expect(subjects(email)?.filter((subject) => /cancelled/.test(subject ?? ''))).toEqual([])

    expect((await me(personalToken)).body).toMatchObject({
      step: 'cancelled',
      next: [],
      can: { edit: false, withdraw: false, rejoin: false },
    })
    expect((await confirm(confirmToken)).status).toBe(410)
    expect((await withdraw(waiting)).status).toBe(410)
    expect(pageData(await app.client().get(`/confirm/${confirmToken}`, html))).toMatchObject({ state: 'tooLate' })
  })
})
