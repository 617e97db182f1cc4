import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { loadConfig, type TweetupConfig } from '../../apps/api/src/config/index.js'
import { type DemoSignIn, seedDemo } from '../../apps/api/src/demo/index.js'
import { type Running, startAll } from '../../apps/api/src/main.js'
import { createTestDatabase, type TestDatabase } from '../support/database.js'
import { findFreePort } from '../support/free-port.js'
import { at, HttpClient, listAt, numberAt, textAt } from '../support/http-client.js'
import { waitFor } from '../support/wait-for.js'

const organization = '/api/organizations/museum-duinlicht'
const dataDir = mkdtempSync(join(tmpdir(), 'tweetup-demo-'))
let config: TweetupConfig
let database: TestDatabase
let running: Running
let signIn: DemoSignIn | undefined
let client: HttpClient

beforeAll(async () => {
  database = await createTestDatabase()
  config = loadConfig({
    PORT: String(await findFreePort()),
    DATA_DIR: dataDir,
    SECRET_KEY: 'known to every test and to nothing else',
  }).with({ databaseUrl: database.url })
  await interruptedSeeding()
  running = await startAll(config)
  signIn = await seedDemo(running.app)
  client = new HttpClient(running.url)
  await client.post('/api/session', signIn)
}, 240_000)

afterAll(async () => {
  await running?.close()
  await database?.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** The first start stops somewhere in the middle. */
async function interruptedSeeding(): Promise<void> {
  const first = await startAll(config)
  const stop = new AbortController()
  const seeding = seedDemo(first.app, stop.signal)
  await waitFor(async () => (await database.query('select id from events')).length >= 3, { within: 120_000, what: 'a part of the demo' })
  stop.abort()
  await seeding
  await first.close()
}

async function eventWhere(path: string, value: string): Promise<string> {
  const events = listAt((await client.get(`${organization}/events`)).body, 'items')
  return textAt(
    events.find((event) => at(event, path) === value),
    'id',
  )
}
const eventIn = (phase: string) => (phase === 'open' ? eventWhere('title', 'Night of the Comet') : eventWhere('phase', phase))

describe('the demo', () => {
  it('has an event in each phase, also when its making was interrupted', async () => {
    const phases = listAt((await client.get(`${organization}/events`)).body, 'items').map((event) => textAt(event, 'phase'))
    expect(phases.toSorted()).toEqual(['announced', 'archived', 'cancelled', 'closed', 'draft', 'drawn', 'live', 'open', 'open', 'wrapped'])
  })

  it('leaves the clock at now', async () => {
    const { body } = await client.get('/api/session')
    expect(Math.abs(Date.parse(textAt(body, 'now')) - Date.now())).toBeLessThan(10_000)
  })

  it('has people at every step of the way', async () => {
    const open = await client.get(`${organization}/events/${await eventIn('open')}/applications`)
    expect(numberAt(open.body, 'counts.total')).toBe(130)
    expect(numberAt(open.body, 'counts.confirmed')).toBeGreaterThan(90)
    const drawn = await client.get(`${organization}/events/${await eventIn('drawn')}/invitations`)
    expect(numberAt(drawn.body, 'counts.accepted')).toBeGreaterThan(0)
    expect(numberAt(drawn.body, 'counts.pending')).toBeGreaterThan(0)
    const live = await client.get(`${organization}/events/${await eventIn('live')}/door`)
    expect(numberAt(live.body, 'checkedIn')).toBeGreaterThan(5)
    const wrapped = await client.get(`${organization}/events/${await eventIn('wrapped')}/survey`)
    expect(numberAt(wrapped.body, 'responses')).toBeGreaterThan(3)
  })

  it('asks for more than words at its open event, and people have answered', async () => {
    const id = await eventIn('open')
    const { body } = await client.get(`${organization}/events/${id}`)
    const questions = listAt(body, 'questions')
    const types = questions.map((question) => textAt(question, 'type'))
    expect(types).toEqual(expect.arrayContaining(['heading', 'country', 'choices', 'date', 'link', 'number', 'consent']))
    const travel = textAt(
      questions.find((question) => textAt(question, 'label') === 'How would you travel?'),
      'id',
    )
    expect(questions.map((question) => at(question, 'showIf'))).toContainEqual({ questionId: travel, is: ['By car'] })
    const seats = textAt(questions[types.indexOf('number')], 'id')
    const [answered] = await database.query<{ drivers: number; asked: number; countries: number }>(
      `select count(*) filter (where answers ->> $2 = 'By car')::int as drivers, count(*) filter (where answers ? $3)::int as asked,
       count(distinct country)::int as countries from applications where event_id = $1`,
      [id, travel, seats],
    )
    expect(answered?.drivers).toBeGreaterThan(5)
    expect(answered).toMatchObject({ asked: answered?.drivers, countries: 3 })
  })

  it('has a Dutch event too that takes applications, with questions of many kinds that depend on each other', async () => {
    const id = await eventWhere('title', 'In het donker over het duin')
    const { body } = await client.get(`${organization}/events/${id}`)
    expect(body).toMatchObject({ locale: 'nl', phase: 'open' })
    const questions = listAt(body, 'questions')
    expect(new Set(questions.map((question) => textAt(question, 'type'))).size).toBeGreaterThan(10)
    expect(questions.filter((question) => at(question, 'showIf') !== null)).toHaveLength(2)
    const { body: list } = await client.get(`${organization}/events/${id}/applications`)
    expect(numberAt(list, 'counts.total')).toBe(43)
  })

  it('has two fans who applied there twice, for the team to find', async () => {
    const id = await eventWhere('title', 'In het donker over het duin')
    const sets = listAt((await client.get(`${organization}/events/${id}/duplicates?show=open`)).body, 'items')
    expect(sets.map((set) => numberAt(set, 'size'))).toEqual([2, 2])
    expect((await client.get(`${organization}/events/${await eventIn('open')}/duplicates?show=open`)).body).toMatchObject({ items: [] })
  })

  it('shows where the fans of its open event come from, and that some left the form', async () => {
    const { body } = await client.get(`${organization}/events/${await eventIn('open')}/live`)
    expect(listAt(body, 'sources').length).toBeGreaterThan(3)
    expect(listAt(body, 'languages')).toHaveLength(2)
    const visits = new Map(listAt(body, 'form').map((field) => [textAt(field, 'field'), numberAt(field, 'visits')]))
    expect(visits.get('sent')).toBe(130)
    expect(visits.get('name')).toBeGreaterThan(150)
  })

  it('mailed everybody once, and all of it has gone out', async () => {
    const states = await database.query('select distinct state from deliveries')
    expect(states).toEqual([{ state: 'sent' }])
    const doubles = await database.query(
      `select event_id, recipient, template from deliveries where template in ('invitation', 'thanks-came', 'thanks-missed', 'entered') group by 1, 2, 3 having count(*) > 1`,
    )
    expect(doubles).toEqual([])
  })

  it('lets its colleagues sign in with the password of the sign-in it shows', async () => {
    const door = new HttpClient(running.url)
    expect(await door.post('/api/session', { email: 'door@duinlicht.example', password: signIn?.password })).toMatchObject({
      status: 200,
      body: { memberships: [{ role: 'door' }] },
    })
  })

  it('is made once', async () => {
    const before = await database.query('select count(*) from events')
    expect(await seedDemo(running.app)).toEqual(signIn)
    expect(await database.query('select count(*) from events')).toEqual(before)
  })
})
