import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { isAlive } from '../../apps/api/src/database/embedded/process.js'
import { findFreePort } from '../support/free-port.js'
import { HttpClient } from '../support/http-client.js'
import { startTweetup, startTweetupInVain, type TweetupProcess } from '../support/tweetup-process.js'
import { waitFor } from '../support/wait-for.js'

jest.setTimeout(180_000)

let folder: string
let settings: Record<string, string>
let running: TweetupProcess[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetup-start-'))
  chmodSync(folder, 0o755)
  settings = { DATA_DIR: join(folder, 'data'), PORT: String(await findFreePort()) }
  running = []
})

afterEach(async () => {
  for (const tweetup of running) await tweetup.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<TweetupProcess> {
  const tweetup = await startTweetup(settings)
  running.push(tweetup)
  return tweetup
}

function postmasterOf(parent: string): number {
  return Number(readFileSync(join(parent, 'data', 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

const someone = {
  name: 'Mirjam Blok',
  organizationName: 'Museum Duinlicht',
  email: 'mirjam@duinlicht.example',
  password: 'seventeen small comets',
  locale: 'nl',
}

describe('npm start', () => {
  test('needs nothing but an empty folder, says where it is, and ends with everything it started when asked to', async () => {
    const tweetup = await start()
    expect(tweetup.output()).toContain(`http://localhost:${settings.PORT}`)
    expect(tweetup.output()).toContain('/mailbox')
    expect((await new HttpClient(tweetup.url).get('/')).status).toBe(200)

    const postmaster = postmasterOf(folder)
    expect(await tweetup.stop('SIGINT')).toBe(0)
    // A process that has ended may stay in the table for a moment, until somebody asks for its status.
    await waitFor(() => !isAlive(postmaster), { what: 'PostgreSQL to leave the table of processes' })
  })

  test.each(['SIGINT', 'SIGHUP'] as const)('stops in good order when its terminal tells everybody %s, more than once', async (signal) => {
    const tweetup = await start()
    const postmaster = postmasterOf(folder)
    expect(await tweetup.tellAll(signal)).toBe(0)
    expect(tweetup.output()).toMatch(/Stopping …\n$/)
    // A process that has ended may stay in the table for a moment, until somebody asks for its status.
    await waitFor(() => !isAlive(postmaster), { what: 'PostgreSQL to leave the table of processes' })
  })

  test.each(['Starting the database', 'Starting …', 'Preparing the demo'])('stops without a complaint while it says "%s"', async (said) => {
    const tweetup = await startTweetup({ ...settings, DEMO: 'on' }, said)
    running.push(tweetup)
    expect(await tweetup.tellAll('SIGINT')).toBe(0)
    expect(tweetup.output()).toMatch(/Stopping …\n$/)
    expect(tweetup.output()).not.toMatch(/error|"level"|failed/i)
    expect(existsSync(join(folder, 'data', 'postgres', 'postmaster.pid'))).toBe(false)
  })

  test('refuses a folder under a second name while a Tweetup runs on it', async () => {
    const first = await start()
    symlinkSync(join(folder, 'data'), join(folder, 'link'))
    const { status, complaint } = await startTweetupInVain({
      ...settings,
      DATA_DIR: join(folder, 'link'),
      PORT: String(await findFreePort()),
    })
    expect({ status, complaint }).toEqual({ status: 1, complaint: expect.stringMatching(/^Another Tweetup \(process \d+\) is running/) })
    expect((await new HttpClient(first.url).get('/api/health')).status).toBe(200)
  })

  test('loses nothing when it is killed outright', async () => {
    const first = await start()
    const registered = await new HttpClient(first.url).post('/api/accounts', someone)
    expect(registered.status).toBe(201)
    await first.kill()

    const second = await start()
    const signedIn = await new HttpClient(second.url).post('/api/session', { email: someone.email, password: someone.password })
    expect(signedIn.status).toBe(200)
  })

  test('starts again in time when it was only stopped', async () => {
    const first = await start()
    await first.stop()
    const begin = performance.now()
    const second = await start()
    await waitFor(async () => (await new HttpClient(second.url).get('/')).status === 200)
    // The promise is five seconds; a machine that runs two test files at once is given more.
    expect(performance.now() - begin).toBeLessThan(15_000)
  })

  test('refuses a second start on the same data in one line', async () => {
    await start()
    const { status, complaint } = await startTweetupInVain({ ...settings, PORT: String(await findFreePort()) })
    expect(status).toBe(1)
    expect(complaint).toMatch(
      /^Another Tweetup \(process \d+\) is running on the data in .*: stop it first, or give this one a folder of its own with DATA_DIR\.$/,
    )
  })

  test('says in one line that the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(Number(settings.PORT), '127.0.0.1', resolve))
    const { status, complaint } = await startTweetupInVain(settings)
    await new Promise((resolve) => other.close(resolve))
    expect(status).toBe(1)
    expect(complaint).toBe(
      `Port ${settings.PORT} is taken on 127.0.0.1: stop what uses it, or choose another one with PORT=${Number(settings.PORT) + 1}.`,
    )
  })

  test.each([
    [{ PORT: 'soon' }, /^PORT="soon" cannot be used: it must be a port/],
    [{ HOST: 'no host' }, /^HOST="no host" cannot be used: it must be/],
    [{ HOST: '192.0.2.1' }, /^This machine has no address 192\.0\.2\.1: set HOST/],
    [{ DATABASE_URL: 'mysql://here/there' }, /^DATABASE_URL="mysql:\/\/here\/there" cannot be used: it must be/],
    [
      { DATABASE_URL: 'postgres://a:b@127.0.0.1:9/c', SMTP_URL: 'smtp://127.0.0.1:9' },
      /^Nothing answers on 127\.0\.0\.1:9: start the server there, or correct DATABASE_URL\.$/,
    ],
    [{ ROLE: 'worker' }, /^The two halves meet in one database: set DATABASE_URL/],
    [{ DATA_DIR: '/dev/null/data' }, /\/dev\/null\/data.*name another one with DATA_DIR\.$/],
    [{ DATA_DIR: '/proc/data' }, /\/proc\/data.*name another one with DATA_DIR\.$/],
  ])('says in one line what is wrong with %j', async (wrong, expected) => {
    const { status, complaint } = await startTweetupInVain({ ...settings, ...wrong })
    expect(complaint.split('\n')).toHaveLength(1)
    expect(complaint).toMatch(expected)
    expect(status).toBe(1)
  })

  test('says in one line that the database was never finished', async () => {
    mkdirSync(join(folder, 'data', 'postgres'), { recursive: true })
    writeFileSync(join(folder, 'data', 'postgres', 'PG_VERSION'), '18\n')
    const { status, complaint } = await startTweetupInVain(settings)
    expect(complaint).toMatch(
      /^.*postgres is not a complete database of Tweetup \(tweetup\.json is missing\): move that folder away, then start again\.$/,
    )
    expect(status).toBe(1)
  })
})
