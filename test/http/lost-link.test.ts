import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apply, applyAndConfirm, bearer, tokenIn } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, textAt } from '../support/http-client.js'

let app: TestApp
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z' })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  event = await openEvent(app, owner, 1)
}, 60_000)
afterAll(() => app.close())

const address = () => `${unique('fan')}@example.org`
const mailsTo = (email: string) => (app.sink?.mailsTo(email) ?? []).map(({ parsed }) => parsed)
const linksIn = (text: string) => [...text.matchAll(/\/me\/([\w-]+)/g)].map(([, token]) => token)

async function lose(email: string) {
  const answered = await app.client().post('/api/lost-links', { email })
  await app.settled()
  return answered
}

describe('a lost link', () => {
  it('is mailed again for every event of the address, across organizations', async () => {
    const email = address()
    const other = await signUp(app.client(), { organizationName: 'Sterrenwacht Zuid' })
    const theirs = await openEvent(app, other, 1, { title: 'Orion' })
    const first = await applyAndConfirm(app, owner, event, { email })
    const second = tokenIn(textAt((await apply(app.client(), other, theirs, { email })).body, 'personalUrl'))
    await app.settled()
    await app.client().post('/api/confirmations', { token: tokenIn(mailsTo(email).at(-1)?.text ?? ''), personalToken: second })
    expect((await lose(email.toUpperCase())).status).toBe(202)
    const mail = mailsTo(email).at(-1)
    expect(new Set(linksIn(mail?.text ?? ''))).toEqual(new Set([first.personalToken, second]))
    expect(mail?.text).toContain('Sterrenwacht Zuid')
    expect(mail?.from?.name).not.toContain('Duinlicht')
  })

  it('is mailed once an hour', async () => {
    const email = address()
    const { personalToken } = await applyAndConfirm(app, owner, event, { email })
    for (let time = 0; time < 3; time += 1) expect((await lose(email)).status).toBe(202)
    expect(mailsTo(email)).toHaveLength(2)
    expect(linksIn(mailsTo(email).at(-1)?.text ?? '')).toContain(personalToken)
    await app.moveTo(new Date((await app.now()).getTime() + 3_601_000))
    await lose(email)
    expect(mailsTo(email)).toHaveLength(3)
  })

  it('of nobody makes no mail, and the same answer', async () => {
    const [nobody, somebody] = [address(), address()]
    await applyAndConfirm(app, owner, event, { email: somebody })
    const [one, other] = [await lose(nobody), await lose(somebody)]
    expect(one.text).toBe(other.text)
    expect(one.status).toBe(other.status)
    expect(mailsTo(nobody)).toEqual([])
  })

  it('of an address that nobody confirmed is no link to a page: it asks for the proof, within its limits', async () => {
    const email = address()
    await apply(app.client(), owner, event, { email })
    await app.settled()
    await lose(email)
    for (const { text } of mailsTo(email)) expect(text).not.toContain('/me/')
    expect(mailsTo(email).at(-1)?.text).toContain('/confirm/')
  })

  it('leads nobody to a page that has moved to another address', async () => {
    const [old, next] = [address(), address()]
    const { personalToken } = await applyAndConfirm(app, owner, event, { email: old })
    await app.client().post('/api/me/address-change', { email: next }, bearer(personalToken))
    await app.settled()
    for (const email of [old, next]) {
      const token = /\/address\/([\w-]+)/.exec(mailsTo(email).at(-1)?.text ?? '')?.[1]
      await app.client().post('/api/address-changes', { token })
    }
    await lose(old)
    expect(mailsTo(old).at(-1)?.text).not.toContain('/me/')
    await lose(next)
    expect(linksIn(mailsTo(next).at(-1)?.text ?? '')).not.toContain(personalToken)
    expect((await app.client().get('/api/me', bearer(tokenIn(mailsTo(next).at(-1)?.text ?? '')))).status).toBe(200)
  })

  it.each([[{}], [{ email: 'nobody' }], [{ email: 7 }], [{ email: 'a@b.example, c@d.example' }]])('%j is no address', async (body) => {
    const { status, body: problem } = await app.client().post('/api/lost-links', body)
    expect([400, 422]).toContain(status)
    expect(at(problem, 'errors.0.path')).toBe('email')
  })
})

it('twenty questions from one network are enough for an hour', async () => {
  const ask = () => app.client().post('/api/lost-links', { email: 'nobody@example.org' })
  const statuses = await Promise.all(Array.from({ length: 25 }, async () => (await ask()).status))
  expect(statuses).toContain(429)
})
