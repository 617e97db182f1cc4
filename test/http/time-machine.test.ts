import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inviteColleague } from '../factories/colleague.js'
import { enterFans, type Fan, personalPage, publicDraw } from '../factories/fans.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, type HttpClient, listAt, textAt } from '../support/http-client.js'
import { waitFor } from '../support/wait-for.js'

const start = new Date('2027-05-01T10:00:00Z')
const [second, minute, day] = [1000, 60_000, 86_400_000]

let app: TestApp
let owner: SignedUp
let event: PublishedEvent
let fans: Fan[]

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
  event = await publishEvent(owner, { capacity: 1, now: start })
}, 60_000)
afterAll(() => app?.close())

const momentsOf = (id: string, client: HttpClient = owner.client) => client.get(`/api/trial/events/${id}/moments`)
const keysOf = async (id: string) => listAt((await momentsOf(id)).body, 'moments').map((moment) => at(moment, 'key'))
const clock = async () => (await owner.client.get('/api/trial/clock')).body
const move = (body: unknown, client: HttpClient = owner.client): Promise<Answer> => client.post('/api/trial/clock', body)

/** Jumps as the console does, and waits as it does until everything on the way has been done. */
async function jump(moment: string): Promise<unknown> {
  const { status, body } = await move({ eventId: event.id, moment })
  expect(status).toBe(202)
  await waitFor(async () => at(await clock(), 'busy') === false, { within: 20_000, what: 'the installation to catch up' })
  return body
}

const near = (value: unknown, date: Date) => Math.abs(new Date(String(value)).getTime() - date.getTime()) < 20 * second

describe('the moments of an event', () => {
  it('are those that are known, in their order', async () => {
    const { body } = await momentsOf(event.id)
    expect(listAt(body, 'moments')).toEqual([
      { key: 'opening', at: event.opensAt.toISOString(), past: false },
      { key: 'close', at: event.closesAt.toISOString(), past: false },
      { key: 'answers', at: event.answerBy.toISOString(), past: false },
      { key: 'day', at: event.startsAt.toISOString(), past: false },
      // Noon of the day after in the event's own zone.
      { key: 'dayAfter', at: '2027-06-11T10:00:00.000Z', past: false },
    ])
    expect(near(at(body, 'now'), start)).toBe(true)
  })

  it('of a draft are its dates so far', async () => {
    const draft = await owner.client.post(`/api/organizations/${owner.slug}/events`, { title: 'Draft' })
    expect(await keysOf(textAt(draft.body, 'id'))).toEqual(['opening', 'close', 'answers', 'day', 'dayAfter'])
  })
})

describe('the clock', () => {
  it.each([
    ['moment', {}, 422],
    ['moment', { eventId: '{event}' }, 422],
    ['moment', { moment: 'close' }, 422],
    ['moment', { eventId: '{event}', moment: 'later' }, 400],
    ['moment', { eventId: '{event}', moment: ['close'] }, 400],
    ['eventId', { eventId: 'x', moment: 'close' }, 400],
    ['to', { to: 'tomorrow' }, 400],
    ['to', { to: '2027-02-30T10:00:00Z' }, 400],
    ['to', { to: 1_900_000_000 }, 400],
    ['to', { to: '2199-01-01T00:00:00Z' }, 422],
    ['speed', { to: '2027-05-02T00:00:00Z', speed: 2 }, 400],
  ])('names %s when it cannot go to %j', async (field, body, status) => {
    const before = await app.now()
    const answer = await move(JSON.parse(JSON.stringify(body).replace('{event}', event.id)))
    expect(answer.status).toBe(status)
    expect(at(answer.body, 'errors.0.path')).toBe(field)
    expect((await app.now()).getTime() - before.getTime()).toBeLessThan(minute)
  })

  it('only goes forward', async () => {
    for (const body of [{ to: '2027-04-30T10:00:00Z' }, { to: '1970-01-01T00:00:00Z' }]) {
      const answer = await move(body)
      expect(answer).toMatchObject({ status: 409, body: { type: 'urn:tweetup:problem:trial:onlyForward' } })
    }
    expect(near(at(await clock(), 'now'), start)).toBe(true)
  })

  it('does not go to what is not known yet', async () => {
    expect(await move({ eventId: event.id, moment: 'beacon' })).toMatchObject({
      status: 409,
      body: { type: 'urn:tweetup:problem:trial:notSetYet' },
    })
  })

  it('is moved by those who run events, and by nobody else', async () => {
    const stranger = await signUp(app.client())
    const door = await inviteColleague(app, owner, 'door')
    const organizer = await inviteColleague(app, owner, 'organizer')
    const to = new Date((await app.now()).getTime() + minute).toISOString()
    expect((await momentsOf(event.id, stranger.client)).status).toBe(404)
    expect((await move({ eventId: event.id, moment: 'opening' }, stranger.client)).status).toBe(404)
    expect((await move({ eventId: event.id, to }, stranger.client)).status).toBe(404)
    expect((await momentsOf(event.id, door)).status).toBe(200)
    expect((await move({ eventId: event.id, moment: 'opening' }, door)).status).toBe(403)
    expect((await move({ to }, door)).status).toBe(403)
    for (const act of [
      () => momentsOf(event.id, app.client()),
      () => move({ to }, app.client()),
      () => app.client().get('/api/trial/clock'),
    ])
      expect((await act()).status).toBe(401)
    expect((await move({ to }, organizer)).status).toBe(202)
  })
})

describe('five minutes with an event', () => {
  it('open applications', async () => {
    expect(near(at(await jump('opening'), 'now'), event.opensAt)).toBe(true)
    fans = await enterFans(app, owner, event, 3)
    expect((await owner.client.get(`/api/public/${owner.slug}/${event.slug}`)).body).toMatchObject({ phase: 'open' })
  })

  it('freeze the list, whose round is then a moment of its own', async () => {
    await jump('close')
    expect((await publicDraw(app, owner, event)).body).toMatchObject({ state: 'committed', counts: { entries: 3 } })
    expect(await keysOf(event.id)).toEqual(['opening', 'close', 'beacon', 'answers', 'day', 'dayAfter'])
    expect(listAt((await momentsOf(event.id)).body, 'moments').map((moment) => at(moment, 'past'))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
    expect((await move({ eventId: event.id, moment: 'opening' })).status).toBe(409)
  })

  it('make the draw and mail the invitations', async () => {
    await jump('beacon')
    expect((await publicDraw(app, owner, event)).body).toMatchObject({ state: 'drawn', counts: { placed: 1, waiting: 2 } })
    const subjects = fans.flatMap(({ email }) => app.sink?.mailsTo(email).map(({ parsed }) => parsed.subject ?? '') ?? [])
    expect(subjects.filter((subject) => /there is a seat for you/.test(subject))).toHaveLength(1)
    expect(subjects.filter((subject) => /no seat yet/.test(subject))).toHaveLength(2)
  })

  it('let a silent invitation lapse; the answers are in when the last deadline has passed', async () => {
    await jump('answers')
    expect((await publicDraw(app, owner, event)).body).toMatchObject({ counts: { placed: 1, waiting: 1, out: 1 } })
    const next = listAt((await momentsOf(event.id)).body, 'moments').find((moment) => at(moment, 'key') === 'answers')
    expect(new Date(textAt(next, 'at')).getTime() - event.answerBy.getTime()).toBeGreaterThan(day)
    await jump('answers')
    expect((await publicDraw(app, owner, event)).body).toMatchObject({ counts: { placed: 1, waiting: 0, out: 2 } })
  })

  it('bring the day, and the day after, and sign nobody out', async () => {
    await jump('day')
    expect((await owner.client.get(`/api/public/${owner.slug}/${event.slug}`)).body).toMatchObject({ phase: 'live' })
    await jump('dayAfter')
    expect((await owner.client.get(`/api/public/${owner.slug}/${event.slug}`)).body).toMatchObject({ phase: 'wrapped' })
    expect((await owner.client.get(`/api/organizations/${owner.slug}/events/${event.id}`)).status).toBe(200)
    const steps = await Promise.all(fans.map(async (fan) => at((await personalPage(app, fan)).body, 'step')))
    expect(steps).toEqual(['lapsed', 'lapsed', 'lapsed'])
  })
})

describe('an installation that is no trial', () => {
  let production: TestApp

  beforeAll(async () => {
    production = await startTestApp({ smtp: true, settings: { DATABASE_URL: 'postgres://localhost/named-by-the-test' } })
  }, 60_000)
  afterAll(() => production?.close())

  it('has no time machine, no beacon of its own and no mailbox', async () => {
    const { client } = await signUp(production.client())
    for (const path of [
      '/api/trial/clock',
      `/api/trial/events/${event.id}/moments`,
      '/beacon/info',
      '/beacon/chains',
      '/beacon/public/latest',
      '/beacon/public/1',
      '/api/trial/mailbox',
      '/mailbox',
    ])
      expect({ path, status: (await client.get(path)).status }).toEqual({ path, status: 404 })
    expect((await client.post('/api/trial/clock', { to: new Date(Date.now() + day).toISOString() })).status).toBe(404)
    expect((await client.get('/api/session')).body).toMatchObject({ trial: false })
  })

  it('keeps its own time and names a round of the public chain', async () => {
    const team = await signUp(production.client())
    const own = await publishEvent(team, { capacity: 1, now: new Date() })
    await production.database.query('update events set opens_at = now() - interval $$1 hour$$, closes_at = now() where id = $1', [own.id])
    await production.settled()
    const { body } = await publicDraw(production, team, own)
    expect(body).toMatchObject({
      state: 'committed',
      beacon: {
        trial: false,
        scheme: 'bls-unchained-g1-rfc9380',
        chainHash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
      },
    })
    expect(listAt(body, 'beacon.relays').length).toBeGreaterThan(2)
    expect(new Date(textAt(body, 'roundTime')).getTime() - Date.now()).toBeGreaterThan(9 * minute)
  })
})
