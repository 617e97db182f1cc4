import { mkdtempSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedDatabase } from '../../apps/api/src/database/embedded/index.js'
import { build } from '../../apps/cli/build/build.js'
import { type Holdings, runInterruptibly } from '../../apps/cli/terminal/interruptible.js'
import { complain, say } from '../../apps/cli/terminal/say.js'
import { publishEvent } from '../factories/published-event.js'
import { signUp } from '../factories/sign-up.js'
import { createTestDatabase, type TestDatabase } from '../support/database.js'
import { HttpClient } from '../support/http-client.js'
import { waitFor } from '../support/wait-for.js'
import { rounded } from './draw/figures.js'
import { startBare, startTweetup } from './intake/children.js'
import { compare, type Comparison, type Lengths, type Side } from './intake/rounds.js'

const counts = [64, 256]
const lengths: Lengths = { pairs: 5, milliseconds: 5000, warmUp: 4000 }
const hour = 3_600_000

/**
 * `npm run bench -- intake`: how many applications per second are accepted, by Tweetup with everything that belongs to one and by a bare
 * handler that validates a schema and inserts a row. Both stand on one PostgreSQL that loses nothing. Progress goes to standard error; the last line
 * is all figures as JSON: `ratio` is the lower of the two connection counts, `lost` counts acknowledged applications that are in no table.
 */
export const run = (): Promise<number> => runInterruptibly(measure)

async function measure(holdings: Holdings): Promise<number> {
  await build({ web: false })
  const folder = await holdings.hold(makeFolder, (made) => rmSync(made, { recursive: true, force: true }))
  const database = await startDatabase(holdings, join(folder, 'database'))
  const tweetup = await tweetupSide(await startTweetup(holdings, database.url, join(folder, 'tweetup')), database)
  const bare: Side = {
    label: 'bare',
    url: await startBare(holdings, database.url),
    path: '/applications',
    questions: tweetup.questions,
    kept: (addresses) => countOf(database, 'bare_applications', addresses),
  }
  const comparisons: Comparison[] = []
  for (const connections of counts) {
    complain(`${connections} connections`)
    comparisons.push(await compare(holdings, bare, tweetup, connections, lengths))
  }
  report(comparisons)
  return 0
}

function report(comparisons: readonly Comparison[]): void {
  const figures = comparisons.flatMap(({ connections, bare, tweetup, ratio }) => [
    [`ratio_${connections}`, rounded(ratio, 2)],
    ...(['bare', 'tweetup'] as const).flatMap((label) =>
      Object.entries(label === 'bare' ? bare : tweetup).map(([name, value]) => [
        `${label}_${name}_${connections}`,
        rounded(value, name === 'per_second' ? 0 : 1),
      ]),
    ),
  ])
  const ratio = rounded(Math.min(...comparisons.map((comparison) => comparison.ratio)), 2)
  const lost = comparisons.reduce((sum, comparison) => sum + comparison.lost, 0)
  say(JSON.stringify({ bench: 'intake', ...Object.fromEntries(figures), ratio, lost }))
}

async function makeFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tweetup-intake-'))
  // PostgreSQL's own account keeps its data in here.
  await chmod(folder, 0o755)
  return folder
}

/** A PostgreSQL with the settings of `npm start`, which waits for the disk at every commit. */
async function startDatabase(holdings: Holdings, dataDir: string): Promise<TestDatabase> {
  const server = await holdings.hold(
    () => startEmbeddedDatabase({ dataDir }),
    (started) => started.stop(),
  )
  process.env.TWEETUP_TEST_DATABASE_SERVER = server.superuserUrl
  process.env.TWEETUP_TEST_DATABASE_OWNER = server.url
  return holdings.hold(createTestDatabase, (made) => made.drop())
}

/** An event that takes applications, at an installation whose clock goes as all clocks do. */
async function tweetupSide(url: string, database: TestDatabase): Promise<Side> {
  const owner = await signUp(new HttpClient(url))
  const now = new Date()
  const event = await publishEvent(owner, { capacity: 100, now: new Date(now.getTime() - hour + 3000) })
  await waitFor(async () => new Date() > event.opensAt, { within: 10_000, what: 'the opening' })
  const [from = '', , travel = ''] = event.questionIds
  return {
    label: 'tweetup',
    url,
    path: `/api/public/${owner.slug}/${event.slug}/applications`,
    questions: { [from]: 'Noordwijk aan Zee', [travel]: 'Bike' },
    kept: (addresses) => countOf(database, 'applications', addresses),
  }
}

async function countOf(database: TestDatabase, table: 'applications' | 'bare_applications', addresses: readonly string[]): Promise<number> {
  const [row] = await database.query<{ found: number }>(`select count(distinct email)::int as found from ${table} where email = any($1)`, [
    addresses,
  ])
  return row?.found ?? 0
}
