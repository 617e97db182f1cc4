import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startEmbeddedDatabase } from '../../apps/api/src/database/embedded/index.js'
import { build } from '../../apps/cli/build/build.js'
import { type Holdings, runInterruptibly } from '../../apps/cli/terminal/interruptible.js'
import { complain, say } from '../../apps/cli/terminal/say.js'
import { publishEvent } from '../factories/published-event.js'
import { signUp } from '../factories/sign-up.js'
import { createTestDatabase, type TestDatabase } from '../support/database.js'
import { HttpClient } from '../support/http-client.js'
import { answersPerSecond } from './page/load.js'

const connections = 64
/** Short ones and many, so that whatever else the machine does meets both servers alike. */
const rounds = 15
const roundMs = 700
/** What a kept page and its data must reach of what a bare Fastify does with the same bytes. */
const leastRatio = 0.7
const encoding = { 'accept-encoding': 'br' }

/** One thing that both servers are asked for. */
interface Target {
  readonly name: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly status: number
}

/** `npm run bench -- page`: the public page, its data and answers of 304, beside a bare Fastify that returns the same bytes. Status 1 when the page is too slow. */
export const run = (): Promise<number> =>
  runInterruptibly(async (holdings) => {
    await build({ web: true })
    const { tweetup, path } = await startTweetup(holdings)
    const data = `/api/public${path}`
    const answers = [await fetchAnswer(tweetup, path), await fetchAnswer(tweetup, data)]
    const bare = await startBare(holdings, answers)
    const tag = answers[0]?.headers.etag ?? ''
    const targets: Target[] = [
      { name: 'page', path, headers: encoding, status: 200 },
      { name: 'data', path: data, headers: encoding, status: 200 },
      { name: 'unchanged', path, headers: { ...encoding, 'if-none-match': tag }, status: 304 },
    ]
    const figures: Record<string, number> = {}
    for (const target of targets) Object.assign(figures, await compare(target, tweetup, bare))
    const ratio = Math.min(figures.page_ratio ?? 0, figures.data_ratio ?? 0)
    say(
      JSON.stringify({
        bench: 'page',
        ratio,
        ...figures,
        connections,
        page_bytes: lengthOf(answers[0]),
        data_bytes: lengthOf(answers[1]),
      }),
    )
    return ratio < leastRatio ? 1 : 0
  })

/** Asks both by turns, so that whatever else the machine does meets both, and compares the medians. */
async function compare({ name, path, headers, status }: Target, tweetup: string, bare: string): Promise<Record<string, number>> {
  const measured = { tweetup: [] as number[], bare: [] as number[] }
  for (let round = 0; round <= rounds; round += 1) {
    for (const [server, url] of [
      ['tweetup', tweetup],
      ['bare', bare],
    ] as const) {
      const before = process.cpuUsage()
      const perSecond = await answersPerSecond({ url: url + path, headers, status, connections, milliseconds: roundMs })
      const used = process.cpuUsage(before)
      const share = (used.user + used.system) / 1000 / roundMs
      complain(
        `${name}, ${server}: ${Math.round(perSecond)} a second${round === 0 ? ' (warming up)' : ''}; the client took ${Math.round(share * 100)}% of a core`,
      )
      if (round > 0) measured[server].push(perSecond)
    }
  }
  const [ours, theirs] = [median(measured.tweetup), median(measured.bare)]
  return {
    [`${name}_per_second`]: Math.round(ours),
    [`${name}_bare_per_second`]: Math.round(theirs),
    [`${name}_ratio`]: Math.round((ours / theirs) * 100) / 100,
  }
}

interface Fetched {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const lengthOf = (answer: Fetched | undefined): number => Buffer.from(answer?.body ?? '', 'base64').length

/** The bytes as they go over the wire: fetch() would unpack them. */
async function fetchAnswer(url: string, path: string): Promise<Fetched> {
  const { get } = await import('node:http')
  const [response] = (await once(get(url + path, { headers: encoding }), 'response')) as [import('node:http').IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  if (response.statusCode !== 200) throw new Error(`${path} answered ${response.statusCode}.`)
  const kept = ['content-type', 'content-encoding', 'etag', 'cache-control', 'vary']
  return {
    path,
    headers: Object.fromEntries(kept.map((name) => [name, String(response.headers[name] ?? '')])),
    body: Buffer.concat(chunks).toString('base64'),
  }
}

async function startTweetup(holdings: Holdings): Promise<{ tweetup: string; path: string }> {
  complain('A Tweetup starts, with an event that takes applications.')
  const server = await holdings.hold(
    () => startEmbeddedDatabase({ ephemeral: true }),
    (started) => started.stop(),
  )
  process.env.TWEETUP_TEST_DATABASE_SERVER = server.superuserUrl
  process.env.TWEETUP_TEST_DATABASE_OWNER = server.url
  const database = await createTestDatabase()
  const dataDir = await folder(holdings)
  const tweetup = await startChild(holdings, ['test/bench/draw/tweetup-child.mjs'], {
    TEST_DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    PORT: '0',
    SECRET_KEY: 'known to every benchmark and to nothing else',
  })
  return { tweetup, path: await openEventPath(tweetup, database) }
}

async function openEventPath(tweetup: string, database: TestDatabase): Promise<string> {
  const owner = await signUp(new HttpClient(tweetup))
  const event = await publishEvent(owner, { now: new Date() })
  await database.query('update events set opens_at = now() where id = $1', [event.id])
  return `/${owner.slug}/${event.slug}`
}

async function startBare(holdings: Holdings, answers: readonly Fetched[]): Promise<string> {
  const file = join(await folder(holdings), 'answers.json')
  writeFileSync(file, JSON.stringify(answers))
  return startChild(holdings, ['test/bench/page/bare-child.mjs', file], {})
}

const folder = (holdings: Holdings): Promise<string> =>
  holdings.hold(
    async () => mkdtempSync(join(tmpdir(), 'tweetup-bench-')),
    async (path) => rmSync(path, { recursive: true, force: true }),
  )

/** A server in a process of its own that says where it answers on its first line. */
async function startChild(holdings: Holdings, script: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const child: ChildProcess = await holdings.hold(
    async () =>
      spawn(process.execPath, script, {
        env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    async (started) => {
      if (started.exitCode !== null) return
      const gone = once(started, 'exit')
      started.kill('SIGTERM')
      await gone
    },
  )
  if (!child.stdout) throw new Error('The child has no output.')
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
  return url.replace('localhost', '127.0.0.1')
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}
