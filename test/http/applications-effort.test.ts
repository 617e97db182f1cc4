import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type EffortChallenge, readSolution, solveEffort } from '#effort'
import { applicationBody } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, listAt } from '../support/http-client.js'

const unasked = 20

let app: TestApp
let owner: SignedUp
let [event, another]: PublishedEvent[] = []

beforeAll(async () => {
  app = await startTestApp({ clock: '2027-05-03T09:00:00Z', settings: { TRUSTED_PROXIES: '127.0.0.1', APPLICATIONS_PER_NETWORK: '200' } })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  event = await openEvent(app, owner, 2)
  another = await openEvent(app, owner, 2, { title: 'Orion' })
}, 60_000)
afterAll(() => app?.close())

let networks = 0
/** A network that nobody has applied from. */
const network = () => `198.51.${(networks += 1)}.7`
const fan = () => `${unique('fan')}@${unique('mail')}.example`

function send(from: string, changes: Readonly<Record<string, unknown>> = {}, to = event, key = unique('effort-key-')): Promise<Answer> {
  if (!to) throw new Error('The event was not made.')
  return app.client().post(`/api/public/${owner.slug}/${to.slug}/applications`, applicationBody(to, { email: fan(), ...changes }), {
    headers: { 'x-forwarded-for': from, 'idempotency-key': key },
  })
}

const challengeOf = ({ body }: Answer) => at(body, 'challenge') as EffortChallenge

function solve(challenge: EffortChallenge): string {
  const steps = solveEffort(challenge)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** A network from which so many have applied. */
async function crowdedNetwork(count = unasked): Promise<string> {
  const from = network()
  for (let sent = 0; sent < count; sent += 1) expect((await send(from)).status).toBe(201)
  return from
}

/** What somebody who filled in the hidden field is asked. */
async function asked(from = network(), to = event): Promise<EffortChallenge> {
  const answer = await send(from, { website: 'https://casino.example' }, to)
  expect([answer.status, at(answer.body, 'type')]).toEqual([428, 'urn:tweetup:problem:applications:proveEffort'])
  return challengeOf(answer)
}

const refusals = async () => {
  const { body } = await owner.client.get(`/api/organizations/${owner.slug}/events/${event?.id}/refusals`)
  return new Map(listAt(body, 'items').map((item) => [at(item, 'reason'), at(item, 'count') as number]))
}

describe('an application that looks odd', () => {
  it('comes from a network that many have applied from, and is taken once its device has done a sum', async () => {
    const from = await crowdedNetwork()
    const email = fan()
    const key = unique('effort-key-')
    const first = await send(from, { email }, event, key)
    expect(first.status).toBe(428)
    expect(await app.database.query('select from applications where email = $1', [email])).toEqual([])
    const challenge = solve(challengeOf(first))
    const body = applicationBody(event as PublishedEvent, { email, challenge })
    const path = `/api/public/${owner.slug}/${event?.slug}/applications`
    const options = { headers: { 'x-forwarded-for': from, 'idempotency-key': key } }
    const answers = [await app.client().post(path, body, options), await app.client().post(path, body, options)]
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(answers[1]?.text).toBe(answers[0]?.text)
    expect((await send(network())).status).toBe(201)
  })

  it('comes from a domain of its own that many have applied from, and not from one that everybody has', async () => {
    const domain = `${unique('flood')}.example`
    const statuses = []
    for (let sent = 0; sent < 31; sent += 1) statuses.push((await send(network(), { email: `${unique('fan')}@${domain}` })).status)
    expect(statuses).toEqual([...Array<number>(30).fill(201), 428])
    const usual = []
    for (let sent = 0; sent < 32; sent += 1)
      usual.push((await send(network(), { email: `${unique('fan').replace('-', '')}@ziggo.nl` })).status)
    expect(usual.every((status) => status === 201)).toBe(true)
  })

  it('is told ahead what it will be asked, which is nothing where nothing is odd', async () => {
    const ahead = (from: string) =>
      app.client().get(`/api/public/${owner.slug}/${event?.slug}/effort`, { headers: { 'x-forwarded-for': from } })
    expect((await ahead(network())).body).toEqual({ challenge: null })
    const from = await crowdedNetwork()
    const solved = solve(challengeOf(await ahead(from)))
    expect((await send(from, { challenge: solved })).status).toBe(201)
  })

  it('costs the more the odder it is', async () => {
    const from = await crowdedNetwork()
    const cheap = challengeOf(await send(from)).bits
    for (let sent = 0; sent < unasked * 2; sent += 1) await send(from)
    expect(challengeOf(await send(from)).bits).toBeGreaterThan(cheap)
  })

  it('fills in the field that nobody sees: it is not refused for that, since a browser may have done it', async () => {
    const from = network()
    const challenge = solve(await asked(from))
    expect((await send(from, { website: 'https://casino.example', challenge })).status).toBe(201)
  })
})

describe('a program that wants to get by', () => {
  it('cannot use a solution twice, not even at the same moment', async () => {
    const from = network()
    const challenge = solve(await asked(from))
    const tries = await Promise.all(Array.from({ length: 6 }, () => send(from, { website: 'x', challenge })))
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 428, 428, 428, 428, 428])
    expect((await send(from, { website: 'x', challenge })).status).toBe(428)
  })

  it('can use its key again after a solution that was spent', async () => {
    const from = network()
    const challenge = solve(await asked(from))
    expect((await send(from, { website: 'x', challenge })).status).toBe(201)
    const [email, key] = [fan(), unique('effort-key-')]
    const refused = await send(from, { website: 'x', challenge, email }, event, key)
    expect(refused.status).toBe(428)
    expect((await send(from, { website: 'x', challenge: solve(challengeOf(refused)), email }, event, key)).status).toBe(201)
  })

  it('cannot bring one of another network or another event', async () => {
    const from = network()
    const challenge = solve(await asked(from))
    expect((await send(network(), { website: 'x', challenge })).status).toBe(428)
    expect((await send(from, { website: 'x', challenge }, another)).status).toBe(428)
    expect((await send(from, { website: 'x', challenge })).status).toBe(201)
  })

  it('cannot keep one for later', async () => {
    const from = network()
    const challenge = solve(await asked(from))
    await app.moveTo(new Date((await app.now()).getTime() + 16 * 60_000))
    expect((await send(from, { website: 'x', challenge })).status).toBe(428)
  })

  it('cannot make its own, make one easier, or leave out the work', async () => {
    const from = network()
    const { token, bits } = await asked(from)
    const [payload = ''] = token.split('.')
    const bytes = Buffer.from(payload, 'base64url')
    bytes[0] = 1
    const easier = bytes.toString('base64url')
    const signed = createHmac('sha256', 'a guess').update(bytes).digest('base64url')
    const zeros = Array<string>(16).fill('0').join('-')
    for (const challenge of [
      solve({ token: `${easier}.${token.split('.')[1]}`, bits: 2 }),
      solve({ token: `${easier}.${signed}`, bits: 2 }),
      solve({ token, bits: bits - 6 }),
      `${token}~${zeros}`,
      'x',
      '~',
    ])
      expect((await send(from, { website: 'x', challenge })).status).toBe(428)
  })

  it('cannot bring the easiest one when the hardest is asked', async () => {
    const from = await crowdedNetwork()
    const cheap = solve(challengeOf(await send(from)))
    for (let sent = 0; sent < unasked * 5; sent += 1) await send(from)
    expect((await send(from, { challenge: cheap })).status).toBe(428)
    expect(readSolution(cheap)).not.toBeNull()
  })
})

describe('what was refused and why', () => {
  it('is counted for the organizer by day and reason, without a word about who it was', async () => {
    const before = await refusals()
    const from = network()
    await asked(from)
    await send(from, { website: 'x', challenge: 'x' })
    await send(network(), { answers: {} })
    const after = await refusals()
    const more = (reason: string) => (after.get(reason) ?? 0) - (before.get(reason) ?? 0)
    expect(['honeypot', 'effortFailed', 'invalid', 'closed'].map(more)).toEqual([1, 1, 1, 0])
    const rows = await app.database.query<{ row: string }>('select to_jsonb(r)::text as row from application_refusals r')
    for (const { row } of rows) expect(row).not.toMatch(/@|198\.51/)
  })

  it('is for the team of the event', async () => {
    const path = `/api/organizations/${owner.slug}/events/${event?.id}/refusals`
    expect((await app.client().get(path)).status).toBe(401)
    const foreigner = await signUp(app.client())
    expect((await foreigner.client.get(path)).status).toBe(404)
    expect((await foreigner.client.get(path.replace(owner.slug, foreigner.slug))).status).toBe(404)
  })
})
