import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { bearer } from '../factories/application.js'
import { insertConfirmedApplications } from '../factories/confirmed-applications.js'
import { publicDraw, roundTime } from '../factories/fans.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { password, type SignedUp, signUp } from '../factories/sign-up.js'
import { verifyDraw } from '../factories/verify-draw.js'
import { createTestDatabase, type TestDatabase } from '../support/database.js'
import { findFreePort } from '../support/free-port.js'
import { holdWriters } from '../support/hold-writers.js'
import { type Answer, at, HttpClient, textAt } from '../support/http-client.js'
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js'
import { KillableTweetup } from '../support/killable-tweetup.js'
import { waitFor } from '../support/wait-for.js'

const patience = 180_000
const [entries, capacity] = [60, 6]
/** Where the random kills fall; set FAULT_SEED to have the same ones again. */
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 1_000_000))

let database: TestDatabase
let sink: SmtpSink
let folder: string
let port: number
let tweetup: KillableTweetup
let owner: SignedUp

const start = (at: number = port) => KillableTweetup.start({ database, dataDir: folder, smtpUrl: sink.url, port: at })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetup-kill-'))
  port = await findFreePort()
  database = await createTestDatabase()
  sink = await startSmtpSink()
  tweetup = await start()
  owner = await signUp(tweetup.client())
}, patience)

afterAll(async () => {
  await tweetup?.stop()
  await sink?.close()
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** An event with confirmed applications that is about to close. */
async function fullEvent(applications: number = entries): Promise<PublishedEvent> {
  await owner.client.post('/api/session', { email: owner.email, password })
  const event = await publishEvent(owner, { capacity, now: await now() })
  await insertConfirmedApplications(database, event.id, applications)
  await database.query(
    `update applications set email = event_id || '.' || email, email_key = event_id || '.' || email_key where event_id = $1`,
    [event.id],
  )
  return event
}

async function now(): Promise<Date> {
  const [row] = await database.query<{ offset_ms: string }>('select offset_ms from installation_clock')
  return new Date(Date.now() + Number(row?.offset_ms ?? 0))
}

/** Moves the clock of the installation, whether anybody runs or not. */
async function moveTo(instant: Date): Promise<void> {
  await database.query(
    'insert into installation_clock (id, offset_ms) values (true, $1) on conflict (id) do update set offset_ms = greatest(installation_clock.offset_ms, excluded.offset_ms)',
    [instant.getTime() - Date.now()],
  )
}

const stateOf = async (event: PublishedEvent) => at((await publicDraw(tweetup, owner, event)).body, 'state')
const reached = (event: PublishedEvent, state: string) =>
  waitFor(async () => (await stateOf(event)) === state, { within: 60_000, what: `${event.slug} to be ${state}` })

/** Everything that was to be mailed has been, and the jobs of killed processes have been taken over. */
async function allMailed(): Promise<void> {
  const open = `select from draw_announcements where finished_at is null union all select from deliveries where state <> 'sent' union all select from pgboss.job where state in ('created', 'retry', 'active') and name like 'deliver-%'`
  await waitFor(async () => (await database.query(open)).length === 0, { within: 90_000, what: 'all mails to be sent' })
}

/** Who was mailed what about an event, as the mail server got it: message ids by template, each as often as it came. */
async function mailsOf({ id }: PublishedEvent): Promise<Record<string, number[]>> {
  const deliveries = await database.query<{ template: string; message_id: string }>(
    'select template, message_id from deliveries where event_id = $1',
    [id],
  )
  const arrived = new Map<string, number>()
  for (const { parsed } of sink.mails) arrived.set(parsed.messageId ?? '', (arrived.get(parsed.messageId ?? '') ?? 0) + 1)
  const counts: Record<string, number[]> = {}
  for (const { template, message_id } of deliveries) (counts[template] ??= []).push(arrived.get(message_id) ?? 0)
  return counts
}

/** One draw, complete: sealed once, drawn once, everybody ranked, seats filled, everybody told, and all of it recomputable. */
async function expectOneWholeDraw(event: PublishedEvent): Promise<void> {
  const [counts] = await database.query<Record<string, number>>(
    `select (select count(*)::int from draws where event_id = $1) as draws,
       (select count(distinct ticket)::int from draw_tickets join draws on draws.id = draw_id, unnest(tickets) as ticket where event_id = $1) as tickets,
       (select count(distinct unit)::int from draw_orders join draws on draws.id = draw_id, unnest(units) as unit where event_id = $1) as ranked,
       (select count(*)::int from draw_units join draws on draws.id = draw_id where event_id = $1) as moved,
       (select count(*)::int from draw_events join draws on draws.id = draw_id where event_id = $1) as lines,
       (select count(*)::int from invitations where event_id = $1) as invitations,
       (select taken from seat_pools where event_id = $1) as taken`,
    [event.id],
  )
  expect(counts).toEqual({
    draws: 1,
    tickets: entries,
    ranked: entries,
    moved: capacity,
    lines: 1,
    invitations: capacity,
    taken: capacity,
  })
  expect(await verifyDraw(tweetup, owner, event)).toMatchObject({ ok: true, drawn: true })
  const mails = await mailsOf(event)
  expect(Object.fromEntries(Object.entries(mails).map(([template, times]) => [template, times.length]))).toEqual({
    entered: entries,
    invitation: capacity,
    'not-drawn': entries - capacity,
  })
}

describe('kill -9 in the middle', () => {
  let event: PublishedEvent

  it(
    'of the freeze leaves no draw; the next process makes it whole',
    async () => {
      event = await fullEvent()
      const hold = await holdWriters(database, 'draw_tickets')
      await moveTo(event.closesAt)
      await hold.waitForWriter()
      await tweetup.kill()
      await hold.release()
      for (const table of ['draws', 'draw_files', 'draw_tickets', 'draw_announcements', 'seat_pools'])
        expect(await database.query(`select from ${table}`)).toEqual([])
      tweetup = await start()
      await reached(event, 'committed')
      expect(await verifyDraw(tweetup, owner, event)).toMatchObject({ ok: true, drawn: false })
      await allMailed()
      expect(await mailsOf(event)).toEqual({ entered: Array.from({ length: entries }, () => 1) })
    },
    patience,
  )

  it(
    'of the draw leaves it unmade; the next process makes the one that the seed decides',
    async () => {
      const hold = await holdWriters(database, 'invitations')
      await moveTo(await roundTime(tweetup, owner, event))
      await hold.waitForWriter()
      await tweetup.kill()
      await hold.release()
      const [row] = await database.query<{ drawn_at: Date | null; lines: number; ranked: number }>(
        `select drawn_at, (select count(*)::int from draw_events where draw_id = id) as lines, (select count(*)::int from draw_orders where draw_id = id) + (select count(*)::int from draw_units where draw_id = id) as ranked from draws where event_id = $1`,
        [event.id],
      )
      expect(row).toEqual({ drawn_at: null, lines: 0, ranked: 0 })
      tweetup = await start()
      await reached(event, 'drawn')
      await allMailed()
      await expectOneWholeDraw(event)
      for (const times of Object.values(await mailsOf(event)).flat()) expect(times).toBe(1)
    },
    patience,
  )

  it(
    'of an answer leaves the seat where it was; sent again, it moves on once',
    async () => {
      const token = await personalTokenOfInvited(event)
      const decline = (): Promise<Answer> => new HttpClient(tweetup.url).post('/api/me/answer', { answer: 'decline' }, bearer(token))
      const hold = await holdWriters(database, 'draw_events')
      const unanswered = decline().then(
        () => 'answered',
        () => 'broken',
      )
      await hold.waitForWriter()
      await tweetup.kill()
      await hold.release()
      expect(await unanswered).toBe('broken')
      tweetup = await start()
      expect((await publicDraw(tweetup, owner, event)).body).toMatchObject({ counts: { placed: capacity, out: 0, log: 1 } })
      for (const answer of [await decline(), await decline()]) expect(answer).toMatchObject({ status: 200, body: { step: 'declined' } })
      expect((await publicDraw(tweetup, owner, event)).body).toMatchObject({ counts: { placed: capacity, out: 1, log: 2 } })
      expect(await verifyDraw(tweetup, owner, event)).toMatchObject({ ok: true })
      await allMailed()
      expect(await mailsOf(event)).toMatchObject({ promoted: [1], 'seat-declined': [1] })
    },
    patience,
  )
})

describe('two processes on one database', () => {
  it(
    'make one freeze and one draw, and send each mail once',
    async () => {
      const other = await start(await findFreePort())
      try {
        const events = [await fullEvent(), await fullEvent()]
        for (const event of events) await moveTo(event.closesAt)
        for (const event of events) await reached(event, 'committed')
        for (const event of events) await moveTo(await roundTime(tweetup, owner, event))
        for (const event of events) await reached(event, 'drawn')
        await allMailed()
        for (const event of events) {
          await expectOneWholeDraw(event)
          for (const times of Object.values(await mailsOf(event)).flat()) expect(times).toBe(1)
        }
      } finally {
        await other.stop()
      }
    },
    patience,
  )
})

describe(`kill -9 at random moments (FAULT_SEED=${seed})`, () => {
  it(
    'of close and draw always ends in one whole draw',
    async () => {
      const event = await fullEvent()
      const random = generator(seed)
      await moveTo(event.closesAt)
      for (let kills = 0; kills < 2; kills += 1) await killWithin(400 * random())
      await reached(event, 'committed')
      await moveTo(await roundTime(tweetup, owner, event))
      for (let kills = 0; kills < 2; kills += 1) await killWithin(400 * random())
      await reached(event, 'drawn')
      await allMailed()
      await expectOneWholeDraw(event)
      // A process that dies between the server's yes and its own note of it sends that mail again, with the same Message-ID: at most five lines were open at each of four kills.
      const times = Object.values(await mailsOf(event)).flat()
      expect(times.every((count) => count >= 1)).toBe(true)
      expect(times.filter((count) => count > 1).length).toBeLessThanOrEqual(20)
    },
    patience,
  )

  /** Kills the process that runs and starts the next. */
  async function killWithin(milliseconds: number): Promise<void> {
    await pause(milliseconds)
    await tweetup.kill()
    tweetup = await start()
  }
})

describe('kill -9 while everybody is told', () => {
  /** More than three batches. The last test here: thousands of mails would wait in line before those of others. */
  const many = 3300

  it(
    'tells each of them once, in whatever batch it dies',
    async () => {
      const event = await fullEvent(many)
      const hold = await holdWriters(database, 'deliveries')
      await moveTo(event.closesAt)
      await hold.waitForWriter()
      expect(await stateOf(event)).toBe('committed')
      await tweetup.kill()
      await hold.release()
      expect(await told(event)).toEqual({ mails: 0, until: '', finished: 0 })
      tweetup = await start()
      for (let batches = 1; batches <= 3; batches += 1) {
        await waitFor(async () => (await told(event)).mails >= batches * 1000, { within: 60_000, what: `batch ${batches}` })
        await tweetup.kill()
        tweetup = await start()
      }
      await waitFor(async () => (await told(event)).finished === 2, { within: 60_000, what: 'everybody to be told' })
      const [row] = await database.query<{ people: number; mails: number }>(
        `select count(distinct application_id)::int as people, count(*)::int as mails from deliveries where event_id = $1 and template = 'entered'`,
        [event.id],
      )
      expect(row).toEqual({ people: many, mails: many })
    },
    patience,
  )

  async function told({ id }: PublishedEvent) {
    const [row] = await database.query<{ mails: number; until: string; finished: number }>(
      `select (select count(*)::int from deliveries where event_id = $1) as mails, max(told_until) as until, count(finished_at)::int as finished
       from draw_announcements join draws on draws.id = draw_id where event_id = $1`,
      [id],
    )
    return row ?? { mails: 0, until: '', finished: 0 }
  }
})

/** Numbers from 0 to 1 that follow from the seed (Park and Miller's minimal standard generator). */
function generator(from: number): () => number {
  let state = (from % 2_147_483_646) + 1
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

/** The link of somebody who is invited, as her mail has it. */
async function personalTokenOfInvited({ id }: PublishedEvent): Promise<string> {
  const [invited] = await database.query<{ email: string }>(
    `select applications.email from invitations join applications on applications.id = application_id where invitations.event_id = $1 and state = 'pending' limit 1`,
    [id],
  )
  const mail = await sink.mailTo(invited?.email ?? '', ({ parsed }) => /there is a seat/.test(parsed.subject ?? ''))
  const link = /\/me\/([\w-]+)/.exec(mail.parsed.text ?? '')?.[1] ?? ''
  return textAt({ link }, 'link')
}
