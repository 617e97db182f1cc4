import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type SelectionPolicy, usualPolicy } from '#policy'
import { apply, applyAndConfirm, bearer } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { signUp, type SignedUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, listAt, numberAt, textAt } from '../support/http-client.js'

let app: TestApp
let owner: SignedUp

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-04-01T10:00:00Z' })
  owner = await signUp(app.client())
})

afterAll(() => app?.close())

const pathOf = ({ id }: PublishedEvent) => `/api/organizations/${owner.slug}/events/${id}`

async function change(event: PublishedEvent, input: object): Promise<Answer> {
  const { body } = await owner.client.get(pathOf(event))
  return owner.client.patch(pathOf(event), input, { headers: { 'if-match': `"${numberAt(body, 'version')}"` } })
}

/** Two seats first for whoever comes by bike, the rest for everybody. */
function bikesFirst({ questionIds: [, , travel = ''] }: PublishedEvent, seats = 2): SelectionPolicy {
  const [open] = usualPolicy.pools
  if (!open) throw new Error('The usual policy has a pool.')
  return {
    ...usualPolicy,
    pools: [
      { id: 'bikes', seats, who: { kind: 'answer', questionId: travel, options: ['Bike'] }, called: null, closesAt: null },
      { ...open },
    ],
    spillTo: 'open',
  }
}

const announced = async () => publishEvent(owner, { capacity: 10, now: await app.now() })
const publicEvent = async ({ slug }: PublishedEvent) => (await app.client().get(`/api/public/${owner.slug}/${slug}`)).body

describe('the policy of an event', () => {
  it('is the usual one until somebody declares another', async () => {
    const event = await announced()
    expect(at((await owner.client.get(pathOf(event))).body, 'policy')).toEqual(usualPolicy)
  })

  it('is kept as it was declared, and the public reads its pools and rules in both languages', async () => {
    const event = await announced()
    const policy = bikesFirst(event)
    expect(await change(event, { policy })).toMatchObject({ status: 200, body: { policy } })
    const shown = await publicEvent(event)
    expect(at(shown, 'pools')).toMatchObject([
      { id: 'bikes', seats: 2, tag: 'bikes', called: { en: expect.stringContaining('Bike'), nl: expect.stringContaining('Bike') } },
      { id: 'open', seats: 8, tag: null, called: null },
    ])
    expect(JSON.stringify(at(shown, 'rules.en'))).toContain('2')
    expect(JSON.stringify(at(shown, 'rules.nl'))).toContain('Bike')
    expect(at(shown, 'ruleChanges')).toEqual([])
  })

  it.each<[string, (event: PublishedEvent) => unknown, string]>([
    ['more reserved seats than there are', (event) => bikesFirst(event, 11), 'policy.pools'],
    ['a pool of no seats', (event) => bikesFirst(event, 0), 'policy.pools.0.seats'],
    [
      'weights below none',
      (event) => ({ ...bikesFirst(event), weights: { ...usualPolicy.weights, firstTimers: -1 } }),
      'policy.weights.firstTimers',
    ],
    [
      'a group larger than a pool',
      (event) => ({ ...bikesFirst(event), companions: { largest: 4, fill: 'hold' } }),
      'policy.companions.largest',
    ],
    [
      'a pool on a question that is not there',
      (event) => {
        const policy = bikesFirst(event)
        const gone = { kind: 'answer', questionId: '01a2016f-7369-74bc-b8a4-46c769f951f1', options: ['Bike'] }
        return { ...policy, pools: policy.pools.map((pool, index) => (index === 0 ? { ...pool, who: gone } : pool)) }
      },
      'policy.pools.0.who',
    ],
    ['something else', () => ({ pools: 'all' }), 'policy'],
  ])('is refused with %s, and says where', async (_, policy, path) => {
    const event = await announced()
    const answer = await change(event, { policy: policy(event) })
    expect(answer.status).toBe(422)
    const errors = listAt(answer.body, 'errors').map((error) => ({ path: textAt(error, 'path'), message: textAt(error, 'message') }))
    expect(errors.some((error) => error.path.startsWith(path))).toBe(true)
    expect(errors.every(({ message }) => message.length > 10 && !message.includes('{{'))).toBe(true)
    expect(at((await owner.client.get(pathOf(event))).body, 'policy')).toEqual(usualPolicy)
  })

  it('keeps the question that it asks for, and the capacity that it promises', async () => {
    const event = await announced()
    await change(event, { policy: bikesFirst(event) })
    const fewer = await change(event, { questions: [{ type: 'short', label: 'Why?' }] })
    expect(fewer).toMatchObject({ status: 422, body: { errors: [{ path: 'questions' }] } })
    expect(await change(event, { capacity: 2 })).toMatchObject({ status: 422, body: { errors: [{ path: 'capacity' }] } })
    expect((await change(event, { capacity: 3 })).status).toBe(200)
  })

  it('follows a copy of the event, with the questions of the copy', async () => {
    const event = await announced()
    await change(event, { policy: bikesFirst(event) })
    const copy = await owner.client.post(`${pathOf(event)}/duplicate`)
    expect(at(copy.body, 'policy.pools.0.who.questionId')).toBe(at(copy.body, 'questions.2.id'))
    expect(at(copy.body, 'policy.pools.0.who.questionId')).not.toBe(event.questionIds[2])
  })

  it('changes in public once people apply under it, and not at all after the close', async () => {
    const event = await openEvent(app, owner, 10)
    expect((await change(event, { policy: bikesFirst(event) })).status).toBe(200)
    const [first] = listAt(await publicEvent(event), 'ruleChanges')
    expect(first).toMatchObject({ role: 'owner', at: expect.stringMatching(/^2027/) })
    expect(JSON.stringify(at(first, 'added.en'))).toContain('Bike')
    expect(listAt(first, 'removed.nl').length).toBeGreaterThan(0)
    await app.moveTo(event.closesAt)
    expect(await change(event, { policy: usualPolicy })).toMatchObject({ status: 422, body: { errors: [{ path: 'policy' }] } })
  })
})

describe('a pool with a close of its own', () => {
  /** Bikes close a day after the opening. */
  async function earlyBikes(): Promise<PublishedEvent> {
    const event = await announced()
    const policy = bikesFirst(event)
    const closesAt = new Date(event.opensAt.getTime() + 86_400_000).toISOString()
    const answer = await change(event, {
      policy: { ...policy, pools: policy.pools.map((pool, at) => (at === 0 ? { ...pool, closesAt } : pool)) },
    })
    if (answer.status !== 200) throw new Error(answer.text)
    await app.moveTo(event.opensAt)
    return event
  }

  it('keeps the answer that decides about it from its close on', async () => {
    const event = await earlyBikes()
    const [from = '', , travel = ''] = event.questionIds
    const early = await applyAndConfirm(app, owner, event, { email: 'early@example.org' })
    const late = await applyAndConfirm(app, owner, event, { email: 'late@example.org', answers: { [from]: 'Delft', [travel]: 'Train' } })
    await app.moveTo(new Date(event.opensAt.getTime() + 90_000_000))
    const edit = (token: string, answers: object) =>
      app.client().patch('/api/me', { answers }, { headers: { ...bearer(token).headers, 'if-match': '"1"' } })
    expect(await edit(late.personalToken, { [travel]: 'Bike' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: `answers.${travel}` }] },
    })
    expect(await edit(early.personalToken, { [travel]: 'Train' })).toMatchObject({ status: 422 })
    expect((await edit(late.personalToken, { [from]: 'Leiden' })).status).toBe(200)
  })

  it('turns nobody away who can still get a seat', async () => {
    const event = await earlyBikes()
    await app.moveTo(new Date(event.opensAt.getTime() + 90_000_000))
    expect((await apply(app.client(), owner, event, { email: 'biker@example.org' })).status).toBe(201)
  })
})

describe('tags', () => {
  it('are set by organizers until the close, and by nobody after it', async () => {
    const event = await openEvent(app, owner, 10)
    await applyAndConfirm(app, owner, event, { email: 'press@example.org' })
    const list = await owner.client.get(`${pathOf(event)}/applications`)
    const path = `${pathOf(event)}/applications/${textAt(list.body, 'items.0.id')}/tags`
    expect(await owner.client.put(path, { tags: ['press', 'astro'] })).toMatchObject({ status: 200, body: { tags: ['astro', 'press'] } })
    for (const tags of [['Press'], ['-'], ['a', 'a'], 'press', [''], ['x'.repeat(17)], [7], Array.from({ length: 21 }, (_, n) => `t${n}`)])
      expect((await owner.client.put(path, { tags })).status).toBe(400)
    const stranger = await signUp(app.client())
    expect((await stranger.client.put(path, { tags: [] })).status).toBe(404)
    await app.moveTo(event.closesAt)
    expect((await owner.client.put(path, { tags: [] })).status).toBe(409)
  })
})
