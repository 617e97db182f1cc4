import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { ApplicationFigures } from '../../apps/api/src/insights/live/application-figures.js'
import { FormVisits } from '../../apps/api/src/insights/form-visits/form-visits.js'
import { inviteColleague } from '../factories/colleague.js'
import { insertConfirmedApplications } from '../factories/confirmed-applications.js'
import { openEvent } from '../factories/drawn-event.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { insertToldApplications, type ToldApplication } from '../factories/told-applications.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type EventStream, openEventStream } from '../support/event-stream.js'
import { at, listAt } from '../support/http-client.js'
import { waitFor } from '../support/wait-for.js'

let app: TestApp
/** Another process's worth of Tweetup on the same database. */
let other: TestApp
let owner: SignedUp
let event: PublishedEvent
const streams: EventStream[] = []

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2026-10-20T10:00:00Z' })
  other = await startTestApp({ database: app.database, settings: { SMTP_URL: app.sink?.url ?? '' } })
  owner = await signUp(app.client())
  event = await openEvent(app, owner, 10)
}, 60_000)
afterAll(async () => {
  for (const stream of streams) stream.close()
  await other?.close()
  await app?.close()
})

const path = (page = 'live', of = event) => `/api/organizations/${owner.slug}/events/${of.id}/${page}`
const live = async (of = event) => (await owner.client.get(path('live', of))).body
const total = (state: unknown) => at(state, 'total')

async function watch(from: TestApp, page = 'live', session = owner.client.cookie('tweetup')): Promise<EventStream> {
  const stream = await openEventStream(from.url + path(page), session)
  streams.push(stream)
  return stream
}

const hour = 3_600_000
const plain = { locale: 'nl', country: null, referrer: null, source: null, campaign: null, confirmed: false }

const insert = (eventId: string, rows: readonly ToldApplication[]) => insertToldApplications(app.database, eventId, rows)

/** What counting every application gives. */
async function naive(eventId: string, expression: string): Promise<Record<string, string>> {
  const rows = await app.database.query<{ value: string; counts: string }>(
    `select ${expression} as value, count(*) || '/' || count(confirmed_at) as counts
     from applications join events on events.id = event_id where event_id = $1 and shadow_of is null group by 1`,
    [eventId],
  )
  return Object.fromEntries(rows.map(({ value, counts }) => [value, counts]))
}

const shown = (list: unknown[], name: (item: unknown) => string) =>
  Object.fromEntries(list.map((item) => [name(item), `${String(at(item, 'applied'))}/${String(at(item, 'confirmed'))}`]))

async function expectNaive(of: PublishedEvent): Promise<void> {
  const state = await live(of)
  expect(shown(listAt(state, 'languages'), (item) => String(at(item, 'locale')))).toEqual(await naive(of.id, 'applications.locale'))
  const { none: _, ...countries } = await naive(of.id, "coalesce(country, 'none')")
  expect(shown(listAt(state, 'countries'), (item) => String(at(item, 'code')))).toEqual(countries)
  const sources = await naive(
    of.id,
    "case when source is not null then 'tag:' || source when referrer is not null then 'host:' || referrer else 'direct:' end",
  )
  expect(shown(listAt(state, 'sources'), (item) => `${String(at(item, 'kind'))}:${String(at(item, 'name'))}`)).toEqual(sources)
  const { none: __, ...campaigns } = await naive(of.id, "coalesce(campaign, 'none')")
  expect(shown(listAt(state, 'campaigns'), (item) => String(at(item, 'name')))).toEqual(campaigns)
  const hours = await app.database.query<{ at: Date; count: number }>(
    `select date_trunc('hour', received_at, $2) as at, count(*)::int as count from applications where event_id = $1 and shadow_of is null group by 1 order by 1`,
    [of.id, String(at(state, 'timeZone'))],
  )
  expect(listAt(state, 'perHour').filter((hour) => at(hour, 'count') !== 0)).toEqual(
    hours.map(({ at: hour, count }) => ({ at: hour.toISOString(), count })),
  )
}

describe('live figures', () => {
  it('equal what counting gives, whatever is added, changed and taken away, before and after they are added up', async () => {
    const row = fc.record({
      receivedAt: fc.integer({ min: 0, max: 6 * 24 * 60 }).map((minutes) => new Date(Date.UTC(2026, 9, 20, 11, minutes)).toISOString()),
      locale: fc.constantFrom('nl', 'en'),
      country: fc.constantFrom(null, 'NL', 'BE', 'JP'),
      referrer: fc.constantFrom(null, 'mastodon.social', 'bsky.app'),
      source: fc.constantFrom(null, 'newsletter'),
      campaign: fc.constantFrom(null, 'spring', 'comet'),
      confirmed: fc.boolean(),
    })
    const changes = ['confirmed_at = received_at', "country = 'SE'", "locale = 'nl', campaign = null", "tags = '{vip}'"] as const
    const step = fc.oneof(
      fc.record({ add: fc.array(row, { minLength: 1, maxLength: 8 }) }),
      fc.record({ change: fc.constantFrom(...changes), share: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ remove: fc.integer({ min: 2, max: 5 }) }),
      fc.constant({ addUp: true }),
    )
    const some = (share: number) => `event_id = $1 and get_byte(nonce, 0) % ${share} = 0`
    const of = await openEvent(app, owner, 5)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        for (const one of steps) {
          if ('add' in one) await insert(of.id, one.add)
          else if ('change' in one) await app.database.query(`update applications set ${one.change} where ${some(one.share)}`, [of.id])
          else if ('remove' in one) await app.database.query(`delete from applications where ${some(one.remove)}`, [of.id])
          else await app.get(ApplicationFigures).addUp()
        }
        await expectNaive(of)
      }),
      { numRuns: 12 },
    )
    await app.get(ApplicationFigures).addUp()
    await expectNaive(of)
  }, 60_000)

  it('count by the hour of the event, also where the clocks go back', async () => {
    const of = await openEvent(app, owner, 5)
    const rows = ['2026-10-24T23:59:00Z', '2026-10-25T00:10:00Z', '2026-10-25T01:10:00Z', '2026-10-25T01:50:00Z', '2026-10-25T03:00:00Z']
    await insert(
      of.id,
      rows.map((receivedAt) => ({
        ...plain,
        receivedAt,
      })),
    )
    const hours = async () => listAt(await live(of), 'perHour').map((hour) => [at(hour, 'at'), at(hour, 'count')])
    expect(await hours()).toEqual([
      ['2026-10-24T23:00:00.000Z', 1],
      ['2026-10-25T00:00:00.000Z', 1],
      ['2026-10-25T01:00:00.000Z', 2],
      ['2026-10-25T02:00:00.000Z', 0],
      ['2026-10-25T03:00:00.000Z', 1],
    ])
    await app.database.query("update events set time_zone = 'Asia/Kathmandu' where id = $1", [of.id])
    expect((await hours()).map(([hour]) => hour)).toEqual([
      '2026-10-24T23:15:00.000Z',
      '2026-10-25T00:15:00.000Z',
      '2026-10-25T01:15:00.000Z',
      '2026-10-25T02:15:00.000Z',
    ])
  })

  it('tell the last hour to the second, whoever looked when, and whatever is taken away', async () => {
    const of = await openEvent(app, owner, 5)
    const noon = Date.UTC(2026, 9, 22, 12)
    const received = Array.from({ length: 300 }, (_, index) => new Date(noon + ((index * 7919) % 7200) * 1000).toISOString())
    await insert(
      of.id,
      received.map((receivedAt) => ({ ...plain, receivedAt })),
    )
    const figures = app.get(ApplicationFigures)
    const expectCounted = async (now: Date) => {
      const [counted] = await app.database.query<{ count: number }>(
        `select count(*)::int as count from applications where event_id = $1 and received_at >= $2::timestamptz - interval '1 hour'`,
        [of.id, now],
      )
      expect([now, (await figures.lastHour(of.id, now)).lastHour]).toEqual([now, counted?.count])
    }
    for (const second of [3600, 3601, 3700, 4300, 4301, 4500, 4499, 5000, 5500, 5501, 7200, 3600, 4000])
      await expectCounted(new Date(noon + second * 1000))
    await app.database.query('delete from applications where event_id = $1 and get_byte(nonce, 0) % 2 = 0', [of.id])
    for (const second of [4000, 4001, 6000]) await expectCounted(new Date(noon + second * 1000))
    expect((await figures.lastHour(of.id, new Date(noon + 4 * hour))).lastHour).toBe(0)
  })

  it('keep apart no more than five hundred made-up campaigns', async () => {
    const of = await openEvent(app, owner, 5)
    const row = { ...plain, receivedAt: '2026-10-21T10:00:00Z' }
    for (const round of [0, 1]) {
      await insert(
        of.id,
        Array.from({ length: 400 }, (_, index) => ({ ...row, campaign: `made-up-${round}-${index}` })),
      )
      await app.get(ApplicationFigures).addUp()
    }
    const figures = await app.database.query<{ kept: number; sum: number }>(
      "select count(*)::int as kept, sum(applied)::int as sum from application_figures where event_id = $1 and kind = 'campaign'",
      [of.id],
    )
    expect(figures).toEqual([{ kept: 501, sum: 800 }])
    expect(listAt(await live(of), 'campaigns')).toHaveLength(13)
  })

  it('show how far people come in the form, in its order', async () => {
    const visit = (field: string) => app.client().post(`/api/public/${owner.slug}/${event.slug}/form-visits`, { field })
    const [first = '', second = '', third = ''] = event.questionIds
    for (const field of ['sent', 'name', 'name', 'email', first, 'handle']) await visit(field)
    await app.get(FormVisits).flush()
    expect(listAt(await live(), 'form').map((field) => [at(field, 'field'), at(field, 'visits'), at(field, 'need')])).toEqual([
      ['name', 2, 'required'],
      ['email', 1, 'required'],
      ['handle', 1, 'optional'],
      [first, 1, 'required'],
      [second, 0, 'optional'],
      [third, 0, 'required'],
      ['consent', 0, 'required'],
      ['sent', 1, 'required'],
    ])
  })
})

describe('the stream of live figures', () => {
  it('tells of an application on every process, and of nothing when nothing happens', async () => {
    const both = await Promise.all([watch(app), watch(other)])
    for (const stream of both) await stream.until((state) => total(state) === 0)
    await insertConfirmedApplications(app.database, event.id, 3)
    for (const stream of both) expect(await stream.until((state) => total(state) === 3)).toMatchObject({ confirmed: 3 })
    const before = both.map(({ events }) => events.filter((one) => one.event === 'state').length)
    for (const stream of both) await waitFor(() => stream.events.some((one) => one.event === 'beat'), { within: 15_000 })
    expect(both.map(({ events }) => events.filter((one) => one.event === 'state').length)).toEqual(before)
  }, 30_000)

  it('keeps the home of the event up to date too', async () => {
    const stream = await watch(other, 'home')
    const before = Number(at(await stream.until(() => true), 'applications.total'))
    await insert(event.id, [{ ...plain, receivedAt: '2026-10-20T12:00:00Z' }])
    await stream.until((state) => at(state, 'applications.total') === before + 1)
  })

  it('is no place for foreigners, reviewers and nobodies', async () => {
    const foreigner = await signUp(app.client())
    const reviewer = await inviteColleague(app, owner, 'reviewer')
    const statuses = [foreigner.client.cookie('tweetup'), reviewer.cookie('tweetup'), 'nobody'].map(
      async (session) => (await watch(app, 'live', session)).status,
    )
    expect(await Promise.all(statuses)).toEqual([404, 403, 401])
    expect((await watch(app, 'home', reviewer.cookie('tweetup'))).status).toBe(200)
  })

  it('ends when the membership is taken away, and when the session ends', async () => {
    const [colleague, leaver] = [await inviteColleague(app, owner, 'organizer'), await inviteColleague(app, owner, 'organizer')]
    const [taken, left] = await Promise.all([
      watch(app, 'live', colleague.cookie('tweetup')),
      watch(other, 'live', leaver.cookie('tweetup')),
    ])
    expect([taken.status, left.status]).toEqual([200, 200])
    const members = listAt((await owner.client.get(`/api/organizations/${owner.slug}/members`)).body, 'members')
    const me = at((await colleague.get('/api/session')).body, 'user.id')
    expect(members.some((member) => at(member, 'userId') === me)).toBe(true)
    expect((await owner.client.delete(`/api/organizations/${owner.slug}/members/${String(me)}`)).status).toBeLessThan(300)
    await leaver.delete('/api/session')
    for (const stream of [taken, left]) await waitFor(() => stream.ended(), { within: 15_000 })
  }, 40_000)

  it('is not opened without end by one person', async () => {
    const statuses: number[] = []
    for (let index = 0; index < 24; index += 1) statuses.push((await watch(other)).status)
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 429])
  })
})
