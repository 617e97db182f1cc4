import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apply, applicationBody, applyAndConfirm } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import { foundGroup, groupTokenOf, policyWithGroups } from '../factories/groups.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { waitFor } from '../support/wait-for.js'
import { type Answer, textAt } from '../support/http-client.js'

const crowd = 60
const limits = { APPLICATIONS_PER_NETWORK: '1000000', APPLICATIONS_PER_EVENT: '1000000', APPLICATIONS_PER_ADDRESS: '100000' }

let app: TestApp
/** Another process on the same database. */
let other: TestApp
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z', settings: limits })
  // Whichever of them sends a mail, it comes to one place.
  const asOneOf = { SMTP_URL: app.sink?.url ?? '', PUBLIC_URL: app.url }
  other = await startTestApp({ database: app.database, settings: { ...limits, ...asOneOf } })
  owner = await signUp(app.client())
  event = await openEvent(app, owner, 10)
}, 120_000)
afterAll(async () => {
  await other?.close()
  await app?.close()
})

const fan = () => `${unique('fan')}@rush.example`
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index))
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status)
const tally = (answers: readonly Answer[]) =>
  Object.fromEntries([...Map.groupBy(statuses(answers), (status) => status)].map(([s, all]) => [s, all.length]))
const pathOf = ({ slug }: PublishedEvent) => `/api/public/${owner.slug}/${slug}/applications`

/** Sends a body with an idempotency key. */
const sendWithKey = (to: TestApp, body: Record<string, unknown>, key: string) =>
  to.client().post(pathOf(event), body, { headers: { 'idempotency-key': key } })

const rowsOf = <Row extends object>(what: string, where: string, values: readonly unknown[]) =>
  app.database.query<Row>(`select ${what} from applications where event_id = '${event.id}' and ${where}`, values)

describe('a rush', () => {
  it('is taken in with far fewer transactions than applications, each with its mail', async () => {
    const emails = times(crowd, fan)
    const answers = await Promise.all(emails.map((email) => apply(app.client(), owner, event, { email })))
    expect(tally(answers)).toEqual({ 201: crowd })
    expect(new Set(answers.map(({ body }) => textAt(body, 'ticketId'))).size).toBe(crowd)
    const rows = await rowsOf<{ id: string; written_by: string }>('id, xmin::text as written_by', 'email = any($1)', [emails])
    expect(rows.length).toBe(crowd)
    expect(new Set(rows.map(({ written_by }) => written_by)).size).toBeLessThan(crowd / 2)
    await app.settled()
    const mails = await app.database.query<{ mails: number; jobs: number }>(
      `select count(*)::int as mails, count(distinct xmin::text)::int as jobs from deliveries where application_id = any($1) and template = 'confirm-address'`,
      [rows.map(({ id }) => id)],
    )
    expect(mails[0]?.mails).toBe(crowd)
    for (const email of emails.slice(0, 5)) expect(app.sink?.mailsTo(email)).toHaveLength(1)
  })

  it('keeps one application of an address and shadows of it, whichever process they come to, and tells nobody which is which', async () => {
    const email = fan()
    const answers = await Promise.all(times(30, (index) => apply((index % 2 ? app : other).client(), owner, event, { email })))
    expect(tally(answers)).toEqual({ 201: 30 })
    const rows = await rowsOf<{ id: string; shadow_of: string | null }>('id, shadow_of', 'email = $1', [email])
    const counted = rows.filter(({ shadow_of }) => shadow_of === null)
    expect([rows.length, counted.length]).toEqual([30, 1])
    expect(rows.every(({ shadow_of }) => shadow_of === null || shadow_of === counted[0]?.id)).toBe(true)
  })

  it('refuses what is wrong by itself, and its neighbours not', async () => {
    const [from = ''] = event.questionIds
    const wrong = (index: number): Record<string, unknown> =>
      index % 3 === 0 ? { answers: { [from]: 'Leiden' } } : index % 3 === 1 ? { nonce: 'z'.repeat(32) } : {}
    const answers = await Promise.all(times(crowd, (index) => apply(app.client(), owner, event, { email: fan(), ...wrong(index) })))
    expect(statuses(answers)).toEqual(times(crowd, (index) => (index % 3 === 2 ? 201 : 422)))
  })

  it('lets only that one fail which the database refuses', async () => {
    await app.database.query(`create function refuse_poison() returns trigger language plpgsql as $$
      begin if new.name = 'Poison' then raise exception 'poison'; end if; return new; end $$`)
    await app.database.query('create trigger refuse_poison before insert on applications for each row execute function refuse_poison()')
    try {
      const answers = await Promise.all(
        times(crowd, (index) => apply(app.client(), owner, event, { email: fan(), name: index % 20 === 7 ? 'Poison' : 'Sanne' })),
      )
      expect(statuses(answers)).toEqual(times(crowd, (index) => (index % 20 === 7 ? 500 : 201)))
    } finally {
      await app.database.query('drop trigger refuse_poison on applications')
    }
  })

  it('gives one answer to a request that comes many times at once, here and in another process', async () => {
    const email = fan()
    const body = applicationBody(event, { email })
    const key = randomBytes(12).toString('hex')
    const answers = await Promise.all(times(24, (index) => sendWithKey(index % 2 ? app : other, body, key)))
    expect(tally(answers)).toEqual({ 201: 24 })
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') !== 'true')).toHaveLength(1)
    expect(await rowsOf('id', 'email = $1', [email])).toHaveLength(1)
    expect((await sendWithKey(other, { ...body, name: 'Somebody Else' }, key)).status).toBe(422)
  })

  it('lets a key be used again after what it was used for was refused', async () => {
    const key = randomBytes(12).toString('hex')
    const body = applicationBody(event, { email: fan() })
    expect((await sendWithKey(app, { ...body, answers: {} }, key)).status).toBe(422)
    expect((await sendWithKey(app, body, key)).status).toBe(201)
  })

  it('lets exactly as many into a group as fit, and everybody beside it', async () => {
    const together = await openEvent(app, owner, 10, { policy: policyWithGroups(4) })
    const founder = await applyAndConfirm(app, owner, together, { email: fan() })
    const token = groupTokenOf((await foundGroup(app, founder)).body)
    const answers = await Promise.all(
      times(24, (index) =>
        apply((index % 4 < 2 ? app : other).client(), owner, together, { email: fan(), ...(index % 2 ? { together: token } : {}) }),
      ),
    )
    expect(tally(answers.filter((_, index) => index % 2 === 0))).toEqual({ 201: 12 })
    expect(tally(answers.filter((_, index) => index % 2 === 1))).toEqual({ 201: 3, 409: 9 })
  })
})

describe('limits in a rush', () => {
  it('are exact over two processes, and one network uses up nothing of the event', async () => {
    const settings = { TRUSTED_PROXIES: '127.0.0.1', APPLICATIONS_PER_NETWORK: '10', APPLICATIONS_PER_EVENT: '25' }
    const tight = [await startTestApp({ database: app.database, settings }), await startTestApp({ database: app.database, settings })]
    try {
      const limited = await openEvent(app, owner, 10)
      const from = (network: string, count: number) =>
        Promise.all(
          times(count, (index) =>
            (tight[index % 2] ?? app).client().post(pathOf(limited), applicationBody(limited, { email: fan() }), {
              headers: { 'x-forwarded-for': network },
            }),
          ),
        )
      const loud = await from('192.0.2.1', 40)
      expect(tally(loud)).toEqual({ 201: 10, 429: 30 })
      expect(loud.every(({ status, headers }) => status === 201 || Number(headers.get('retry-after')) > 0)).toBe(true)
      expect(tally(await from('192.0.2.2', 10))).toEqual({ 201: 10 })
      expect(tally(await from('192.0.2.3', 10))).toEqual({ 201: 5, 429: 5 })
    } finally {
      for (const one of tight) await one.close()
    }
  }, 60_000)
})

describe('the close in a rush', () => {
  it('keeps everybody who was answered and lets nobody in after it', async () => {
    const closing = await openEvent(app, owner, 10)
    const answers: Answer[] = []
    let closed = false
    const fans = times(12, async (index) => {
      while (!closed) answers.push(await apply((index % 2 ? app : other).client(), owner, closing, { email: fan() }))
    })
    await app.moveTo(closing.closesAt)
    closed = true
    await Promise.all(fans)
    expect(Object.keys(tally(answers)).every((status) => ['201', '410'].includes(status))).toBe(true)
    const kept = await app.database.query<{ ticket_id: string; late: boolean }>(
      'select ticket_id, received_at >= $2 as late from applications where event_id = $1',
      [closing.id, closing.closesAt],
    )
    expect(kept.filter(({ late }) => late)).toEqual([])
    const tickets = answers.filter(({ status }) => status === 201).map(({ body }) => textAt(body, 'ticketId'))
    expect(kept.map(({ ticket_id }) => ticket_id).sort()).toEqual(tickets.sort())
  }, 60_000)
})

describe('whoever waits at the door while the list is frozen', () => {
  it('is turned away, though it was open when she came', async () => {
    const [frozen] = await app.database.query<{ event_id: string }>('select event_id from draws limit 1')
    const open = await openEvent(app, owner, 10)
    const email = fan()
    expect((await apply(app.client(), owner, open, { email: fan() })).status).toBe(201)
    const freeze = new pg.Client({ connectionString: app.database.url })
    await freeze.connect()
    try {
      await freeze.query('begin')
      await freeze.query('select from events where id = $1 for update', [open.id])
      const answer = apply(app.client(), owner, open, { email })
      await waitFor(async () => (await app.database.query('select from pg_locks where not granted')).length > 0)
      await freeze.query(
        `insert into draws select (jsonb_populate_record(draws, jsonb_build_object('id', gen_random_uuid(), 'event_id', $1::text))).*
         from draws where event_id = $2`,
        [open.id, frozen?.event_id],
      )
      await freeze.query('commit')
      expect((await answer).status).toBe(410)
      expect(await app.database.query('select id from applications where email = $1', [email])).toEqual([])
    } finally {
      await freeze.end()
    }
  })
})

describe('an answer that got lost on its way', () => {
  it('is given again after the close, and where no more is taken from that network', async () => {
    const settings = { TRUSTED_PROXIES: '127.0.0.1', APPLICATIONS_PER_NETWORK: '1' }
    const tight = await startTestApp({ database: app.database, settings })
    try {
      const closesAt = new Date((await app.now()).getTime() + 3_600_000)
      const short = await openEvent(app, owner, 10, { closesAt: closesAt.toISOString() })
      const body = applicationBody(short, { email: fan() })
      const headers = { 'idempotency-key': randomBytes(12).toString('hex'), 'x-forwarded-for': '198.51.100.7' }
      const again = () => tight.client().post(pathOf(short), body, { headers })
      const first = await again()
      expect(first.status).toBe(201)
      expect((await again()).text).toBe(first.text)
      await app.moveTo(closesAt)
      const late = await again()
      expect([late.status, late.text, late.headers.get('idempotency-replayed')]).toEqual([201, first.text, 'true'])
    } finally {
      await tight.close()
    }
  }, 60_000)
})

describe('what is kept of where a fan comes from', () => {
  it('is the host of the page, the tags of the link, and a hint of the device until applications close', async () => {
    const [earlier, known] = [await openEvent(app, owner, 10), await openEvent(app, owner, 10)]
    const email = fan()
    expect((await apply(app.client(), owner, earlier, { email })).status).toBe(201)
    const source = { referrer: 'https://toot.example/@mirjam', source: 'mastodon', medium: 'social', campaign: 'comet\u0000' }
    expect((await apply(app.client(), owner, known, { email, source, device: 'phone', handle: '@Sanne@Toot.example' })).status).toBe(201)
    expect((await apply(app.client(), owner, known, { email: fan(), device: 'phone' })).status).toBe(201)
    const rows = () =>
      app.database.query<Record<string, unknown>>(
        'select referrer, source, medium, campaign, known_fan, handle_key, device_hint from applications where event_id = $1 order by known_fan desc',
        [known.id],
      )
    const [returning, fresh] = await rows()
    expect(returning).toMatchObject({ referrer: 'toot.example', source: 'mastodon', medium: 'social', campaign: 'comet', known_fan: true })
    expect(returning?.handle_key).toBe('@sanne@toot.example')
    expect(fresh).toMatchObject({ referrer: null, known_fan: false })
    expect(returning?.device_hint).toEqual(fresh?.device_hint)
    await app.moveTo(known.closesAt)
    expect((await rows()).map(({ device_hint }) => device_hint)).toEqual([null, null])
  }, 60_000)
})
