import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { wakeChannel } from '../../../apps/api/src/database/channels.js'
import { startEmbeddedDatabase } from '../../../apps/api/src/database/embedded/index.js'
import type { Holdings } from '../../../apps/cli/terminal/interruptible.js'
import { serverMemory } from '../../../apps/cli/server-memory.mjs'
import { complain } from '../../../apps/cli/terminal/say.js'
import { muteDraws } from '../../factories/mute-draws.js'
import { publishEvent, type PublishedEvent } from '../../factories/published-event.js'
import { type SignedUp, signUp } from '../../factories/sign-up.js'
import { createTestDatabase, type TestDatabase } from '../../support/database.js'
import { findFreePort } from '../../support/free-port.js'
import { HttpClient } from '../../support/http-client.js'
import { waitFor } from '../../support/wait-for.js'
import { type Figures, rounded } from './figures.js'

const capacity = 100
const minute = 60_000

/**
 * Confirmed applications in the tables at the start; at the end a published draw whose archive was read over HTTP once. Tweetup runs
 * built, in a process of its own with the memory that `npm start` gives it, and does it by itself when its clock is moved. The mails to
 * everybody leave afterwards and are not part of it, so nobody is told. Needs a build.
 * @returns `million_seconds` from the close to the last byte of the archive: freeze, commit, draw, store, publish. `peak_mb`: the most memory that the
 * process of Tweetup took, in megabytes
 */
export async function drawMillion(holdings: Holdings, applications = 1_000_000): Promise<Figures> {
  const database = await startDatabase(holdings)
  const tweetup = await startTweetup(holdings, database)
  await muteDraws(database)
  const owner = await signUp(new HttpClient(tweetup.url))
  const event = await publishEvent(owner, { capacity, now: new Date() })
  complain(`${applications} applications are put into the tables.`)
  await insertApplications(database, event, applications)

  const freeze = await secondsOf(async () => {
    await moveClock(database, event.closesAt)
    await reached(database, event, 'select from draws where event_id = $1')
  })
  const round = await roundOf(database, event)
  const draw = await secondsOf(async () => {
    await moveClock(database, round)
    await reached(database, event, 'select from draws where event_id = $1 and drawn_at is not null')
  })
  const proof = await secondsOf(() => readProof(tweetup.url, owner, event))
  const peak_mb = await tweetup.stop()
  complain(`freeze ${freeze.toFixed(2)} s, draw ${draw.toFixed(2)} s, proof ${proof.toFixed(2)} s, ${peak_mb} MB`)
  return { million_seconds: rounded(freeze + draw + proof, 2), peak_mb }
}

export async function startDatabase(holdings: Holdings): Promise<TestDatabase> {
  const server = await holdings.hold(
    () => startEmbeddedDatabase({ ephemeral: true }),
    (started) => started.stop(),
  )
  process.env.TWEETUP_TEST_DATABASE_SERVER = server.superuserUrl
  process.env.TWEETUP_TEST_DATABASE_OWNER = server.url
  return holdings.hold(createTestDatabase, (made) => made.drop())
}

export async function startTweetup(holdings: Holdings, database: TestDatabase): Promise<{ url: string; stop(): Promise<number> }> {
  const folder = await holdings.hold(
    () => mkdtempSync(join(tmpdir(), 'tweetup-million-')),
    (made) => rmSync(made, { recursive: true, force: true }),
  )
  const child: ChildProcess = await holdings.hold(
    async () =>
      spawn(process.execPath, [...serverMemory, '--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'tweetup-child.mjs')], {
        env: {
          PATH: process.env.PATH,
          PORT: String(await findFreePort()),
          TEST_DATABASE_URL: database.url,
          DATA_DIR: folder,
          SECRET_KEY: 'known to every benchmark and to nothing else',
          LOG_LEVEL: 'warn',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    (spawned) => spawned.kill('SIGKILL'),
  )
  const said = child.stdout ? createInterface(child.stdout)[Symbol.asyncIterator]() : undefined
  const next = async (): Promise<string> => {
    const line = await said?.next()
    if (line === undefined || line.done) throw new Error('Tweetup ended before it was asked to.')
    return line.value
  }
  const url = await next()
  return {
    url,
    async stop() {
      child.kill('SIGTERM')
      return Number(await next())
    },
  }
}

/** Tickets by the formula of the protocol, from nonces that are hashes of numbers. */
async function insertApplications(database: TestDatabase, { id }: PublishedEvent, count: number): Promise<void> {
  await database.query(
    `insert into applications (id, organization_id, event_id, email, email_key, name, locale, answers, consent_at, consent_text,
       nonce, ticket_id, holder, received_at, confirmed_at)
     select gen_random_uuid(), events.organization_id, events.id, email, email, 'Fan ' || n, 'en', '{}', events.opens_at, 'bench', nonce,
       encode(sha256('TWEETUP-V1-TICKET'::bytea || decode(repeat('00', 15), 'hex') || sha256(events.id::text::bytea) || nonce || sha256(('email:' || email)::bytea)), 'hex'),
       'email:' || email, events.opens_at, events.opens_at
     from events, generate_series(1, $2) as n,
       lateral (select 'fan' || n || '@million.example' as email, sha256(('nonce' || n)::bytea) as nonce) as made
     where events.id = $1`,
    [id, count],
  )
  await database.query('vacuum analyze applications')
}

/** Moves the installation's clock and has due work looked for at once, as the time machine does. */
async function moveClock(database: TestDatabase, instant: Date): Promise<void> {
  await database.query(
    'insert into installation_clock (id, offset_ms) values (true, $1) on conflict (id) do update set offset_ms = excluded.offset_ms',
    [instant.getTime() - Date.now()],
  )
  await database.query('select pg_notify($1, $2)', [wakeChannel, ''])
}

async function reached(database: TestDatabase, { id }: PublishedEvent, query: string): Promise<void> {
  await waitFor(async () => (await database.query(query, [id])).length > 0, { within: 10 * minute, what: 'the draw' })
}

async function roundOf(database: TestDatabase, { id }: PublishedEvent): Promise<Date> {
  const [row] = await database.query<{ round_at: Date }>('select round_at from draws where event_id = $1', [id])
  if (!row) throw new Error('There is no draw.')
  return row.round_at
}

async function readProof(url: string, { slug }: SignedUp, event: PublishedEvent): Promise<void> {
  const answer = await fetch(`${url}/api/public/${slug}/${event.slug}/draw/bundle.zip`)
  if (!answer.ok || answer.body === null) throw new Error(`The archive could not be read: ${answer.status}`)
  let bytes = 0
  for await (const part of answer.body) bytes += part.length
  complain(`The archive has ${bytes} bytes.`)
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
