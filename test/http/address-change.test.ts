import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apply, applyAndConfirm, bearer, confirmTokenFor, tokenIn } from '../factories/application.js'
import { openEvent as openedEvent } from '../factories/drawn-event.js'
import { roundTime } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, textAt } from '../support/http-client.js'

let app: TestApp
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z' })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  event = await openedEvent(app, owner, 1)
}, 60_000)
afterAll(() => app.close())

const address = () => `${unique('fan')}@example.org`
const me = (token: string) => app.client().get('/api/me', bearer(token))
const ask = (token: string, email: string) => app.client().post('/api/me/address-change', { email }, bearer(token))
const takeBack = (token: string) => app.client().delete('/api/me/address-change', bearer(token))
const answer = (token: string): Promise<Answer> => app.client().post('/api/address-changes', { token })
const confirmed = async (email: string, at = event) => (await applyAndConfirm(app, owner, at, { email })).personalToken
const received = async (email: string) => tokenIn(textAt((await apply(app.client(), owner, event, { email })).body, 'personalUrl'))
const mailsTo = (email: string) => (app.sink?.mailsTo(email) ?? []).map(({ parsed }) => parsed)

/** The secret of the newest mail about a change of address. */
async function secretFor(email: string): Promise<string> {
  await app.settled()
  const token = mailsTo(email)
    .map(({ text }) => /\/address\/([\w-]+)/.exec(text ?? '')?.[1])
    .findLast((found) => found !== undefined)
  if (!token) throw new Error(`No mail about a new address came to ${email}.`)
  return token
}

async function newLinkFor(email: string): Promise<string> {
  await app.settled()
  return tokenIn(mailsTo(email).at(-1)?.text ?? '')
}

describe('a change of address', () => {
  it('takes effect once both addresses have said yes, in either order, and not before', async () => {
    for (const order of [
      ['new', 'old'],
      ['old', 'new'],
    ] as const) {
      const [old, next] = [address(), address()]
      const token = await confirmed(old)
      const before = (await me(token)).body
      const asked = await ask(token, next)
      expect(asked.body).toMatchObject({ email: old, addressChange: { email: next, proven: false, agreed: false } })
      const secrets = { new: await secretFor(next), old: await secretFor(old) }

      expect((await answer(secrets[order[0]])).body).toEqual({ state: 'waiting', personalUrl: null })
      expect((await answer(secrets[order[0]])).body).toEqual({ state: 'waiting', personalUrl: null })
      expect(at((await me(token)).body, 'email')).toBe(old)

      const { status, body } = await answer(secrets[order[1]])
      expect(status).toBe(200)
      expect(at(body, 'state')).toBe('done')
      const link = await newLinkFor(next)
      expect(at(body, 'personalUrl')).toEqual(order[1] === 'new' ? expect.stringContaining(link) : null)
      expect((await me(link)).body).toMatchObject({
        email: next,
        addressChange: null,
        ticket: at(before, 'ticket') as object,
        confirmedAt: at(before, 'confirmedAt'),
      })
    }
  })

  it('makes every older link useless, also the one that confirmed the old address', async () => {
    const [old, next] = [address(), address()]
    const token = await confirmed(old)
    const confirmToken = await confirmTokenFor(app, old)
    await ask(token, next)
    await answer(await secretFor(old))
    await answer(await secretFor(next))
    expect((await me(token)).status).toBe(404)
    expect((await app.client().post('/api/confirmations', { token: confirmToken })).status).toBe(404)
    await app.settled()
    const last = mailsTo(old).at(-1)
    expect(last?.subject).toContain('go to another address now')
    expect(last?.text).not.toMatch(/\/(me|address|confirm)\//)
    for (const secret of [await secretFor(old), await secretFor(next)]) expect((await answer(secret)).status).toBe(410)
  })

  it('mends an address that was mistyped without asking the wrong one, and confirms the application', async () => {
    const [typo, right] = [address(), address()]
    const token = await received(typo)
    expect(at((await ask(token, right)).body, 'addressChange.agreed')).toBeNull()
    const { body } = await answer(await secretFor(right))
    expect(at(body, 'state')).toBe('done')
    expect((await me(tokenIn(textAt(body, 'personalUrl')))).body).toMatchObject({ step: 'confirmed', email: right })
    expect(mailsTo(typo)).toHaveLength(1)
  })

  it('is void when the old address confirms in another browser: whoever asked was not its owner', async () => {
    const [hers, other] = [address(), address()]
    const token = await received(hers)
    await ask(token, other)
    const secret = await secretFor(other)
    await app.client().post('/api/confirmations', { token: await confirmTokenFor(app, hers) })
    expect((await answer(secret)).status).toBe(410)
  })

  it('frees the old address, and takes the new one', async () => {
    const [old, next] = [address(), address()]
    await ask(await confirmed(old), next)
    await answer(await secretFor(old))
    await answer(await secretFor(next))
    await app.settled()
    const again = await received(next)
    await app.settled()
    expect(mailsTo(next).at(-1)?.subject).toContain('already on the list')
    expect(at((await me(again)).body, 'step')).toBe('received')
    const anew = await received(old)
    await app.settled()
    const confirmToken = tokenIn(mailsTo(old).at(-1)?.text ?? '')
    expect((await app.client().post('/api/confirmations', { token: confirmToken, personalToken: anew })).status).toBe(200)
    expect((await me(anew)).body).toMatchObject({ step: 'confirmed', email: old })
  })

  it('can be taken back, and asked for again with the same mail', async () => {
    const [old, next] = [address(), address()]
    const token = await confirmed(old)
    await ask(token, next)
    const secret = await secretFor(next)
    expect(at((await takeBack(token)).body, 'addressChange')).toBeNull()
    expect((await answer(secret)).status).toBe(410)
    await ask(token, next)
    expect((await answer(secret)).body).toMatchObject({ state: 'waiting' })
    expect(mailsTo(next)).toHaveLength(1)
  })

  it('is over after three days', async () => {
    const ending = await openedEvent(app, owner, 1)
    const token = await confirmed(address(), ending)
    const next = address()
    await ask(token, next)
    const secret = await secretFor(next)
    await app.moveTo(new Date((await app.now()).getTime() + 73 * 3_600_000))
    expect((await answer(secret)).status).toBe(410)
    expect(at((await me(token)).body, 'addressChange')).toBeNull()
  })
})

describe('a stranger', () => {
  it('gets one mail per event, whoever asks how often', async () => {
    const stranger = address()
    const evil = 'Win now https://evil.example'
    for (let time = 0; time < 3; time += 1) {
      const { personalToken } = await applyAndConfirm(app, owner, event, { email: address(), name: evil })
      expect((await ask(personalToken, stranger)).status).toBe(200)
      await takeBack(personalToken)
      await ask(personalToken, stranger)
    }
    await app.settled()
    expect(mailsTo(stranger)).toHaveLength(1)
    expect(mailsTo(stranger)[0]?.text).not.toContain('evil.example')
  })

  it('who has applied learns of it herself; whoever asked does not', async () => {
    const [hers, free] = [address(), address()]
    await confirmed(hers)
    const token = await confirmed(address())
    const taken = await ask(token, hers)
    await takeBack(token)
    const open = await ask(token, free)
    const shape = ({ status, body }: Answer) => ({
      status,
      change: { ...(at(body, 'addressChange') as object), email: '', askedAt: '', expiresAt: '' },
    })
    expect(shape(taken)).toEqual(shape(open))
    await app.settled()
    const [, told] = mailsTo(hers)
    expect(told?.subject).toContain('already have a ticket')
    expect(told?.text).not.toContain('/address/')
  })

  it('whose application came in the meantime keeps her address, and only she is told why', async () => {
    const [old, next] = [address(), address()]
    await ask(await confirmed(old), next)
    const secret = await secretFor(next)
    await received(next)
    expect((await answer(await secretFor(old))).body).toEqual({ state: 'waiting', personalUrl: null })
    expect((await answer(secret)).status).toBe(409)
    expect((await answer('A'.repeat(24))).status).toBe(404)
  })

  it('is asked for three addresses a day at most', async () => {
    const token = await confirmed(address())
    const statuses = []
    for (let time = 0; time < 4; time += 1) statuses.push((await ask(token, address())).status)
    expect(statuses).toEqual([200, 200, 200, 429])
  })
})

it.each([
  [{ email: 'sanne' }, 'email'],
  [{ email: 'a@b.example\r\nbcc: c@d.example' }, 'email'],
  [{ email: ['a@b.example'] }, 'email'],
  [{}, 'email'],
  [{ email: 'a@b.example', emailKey: 'x' }, 'emailKey'],
])('%j is refused at the field', async (body, path) => {
  const token = await received(address())
  const { status, body: problem } = await app.client().post('/api/me/address-change', body, bearer(token))
  expect([400, 422]).toContain(status)
  expect(at(problem, 'errors.0.path')).toBe(path)
})

it('the address one has is no new one, however it is written', async () => {
  const email = address()
  const { status, body } = await ask(await confirmed(email), email.toUpperCase())
  expect([status, at(body, 'errors.0.path')]).toEqual([422, 'email'])
})

it('after the close changes only where mails go: the proof of the ticket holds with the address she applied with', async () => {
  const drawn = await openedEvent(app, owner, 5)
  const [old, next] = [address(), address()]
  const token = await confirmed(old, drawn)
  const late = tokenIn(textAt((await apply(app.client(), owner, drawn, { email: address() })).body, 'personalUrl'))
  await app.moveTo(drawn.closesAt)
  expect((await ask(late, address())).status).toBe(410)
  await app.moveTo(await roundTime(app, owner, drawn))
  const before = (await me(token)).body
  await ask(token, next)
  await answer(await secretFor(old))
  await answer(await secretFor(next))
  const link = await newLinkFor(next)
  const page = (await me(link)).body
  expect(page).toMatchObject({ step: 'invited', email: next, draw: at(before, 'draw') as object, ticket: at(before, 'ticket') as object })
  const proof = await app.client().get('/api/me/inclusion', bearer(link))
  expect(proof.body).toMatchObject({ inclusion: { holder: `email:${old}` } })
  await app.client().post('/api/me/answer', { answer: 'accept' }, bearer(link))
  await app.settled()
  expect(mailsTo(next).at(-1)?.subject).toMatch(/coming|seat|See you/i)
})
