import { flushCompileCache } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from '../build/build.js'
import { fromDist } from '../root.js'
import { explainError } from '../terminal/explain-error.js'
import { PlainError } from '../terminal/plain-error.js'
import { Progress } from '../terminal/progress.js'
import { complain, dim, say } from '../terminal/say.js'
import { printBanner, shortPath } from './banner.js'
import { ensurePortIsFree, findFreePort } from './free-port.js'
import { onSecondWish, untilAskedToStop } from './stop-signals.js'

type ConfigModule = typeof import('../../api/src/config/index.js')
type DatabaseModule = typeof import('../../api/src/database/embedded/index.js')
type ApiModule = typeof import('../../api/src/main.js')
type WorkerModule = typeof import('../../api/src/worker.js')
type DemoModule = typeof import('../../api/src/demo/index.js')
type Config = ReturnType<ConfigModule['loadConfig']>
type Database = Awaited<ReturnType<DatabaseModule['startEmbeddedDatabase']>>

export type Role = Config['role']

/** How long somebody who wants to stop waits for what is just starting. */
const startPatience = 15_000

/** Starts Tweetup, prints where it is, and stops it when asked to. */
export async function runTweetup(role?: Role): Promise<number> {
  const start = performance.now()
  const asked = untilAskedToStop()
  // While Vite serves the pages there is no need to build them.
  const built = build({ web: role !== 'worker' && !process.env.VITE_URL })
  // Nothing runs yet that would have to be stopped.
  if ((await Promise.race([built, asked.then(() => 'stop')])) === 'stop') process.exit(130)
  // React writes the mails: its development half takes three times as long over each, to warn of mistakes that our checks have found.
  process.env.NODE_ENV ??= 'production'
  const progress = new Progress()
  const config = await readConfig(role)
  if (config.answersRequests) await ensurePortIsFree(config.port, config.host)

  const stack = new AsyncDisposableStack()
  const end = { status: 0 }
  const lost = Promise.withResolvers<void>()
  const stopping = new AbortController()
  let opened: Database | undefined
  void asked.then(() => {
    stopping.abort()
    progress.done()
    say(dim('Stopping …'))
    onSecondWish(() => void (opened?.stop() ?? Promise.resolve()).finally(() => process.exit(130)))
  })
  try {
    const { loaded, database } = await openDatabase(config, stack, progress, (error) => {
      complain(explainError(error))
      end.status = 1
      lost.resolve()
    })
    opened = database
    if (stopping.signal.aborted) return end.status
    progress.step('Starting')
    const brought = config.answersRequests
      ? runApi(loaded, database, stack, progress, { start, signal: stopping.signal })
      : runWorker(loaded, stack, progress)
    await Promise.race([brought.then(flushCompileCache).then(() => Promise.race([asked, lost.promise])), asked, lost.promise])
    // A database that goes away under something that still starts would be told as one error after the other.
    await Promise.race([brought.catch(() => undefined), pause(startPatience, undefined, { ref: false })])
  } finally {
    progress.done()
    await stack.disposeAsync()
  }
  return end.status
}

async function readConfig(role: Role | undefined): Promise<Config> {
  const { loadConfig } = await fromDist<ConfigModule>('config/index.js')
  const read = loadConfig(role ? { ...process.env, ROLE: role } : process.env)
  // Mails name the port, so any free one is chosen before the rest is derived from it.
  const config = read.port === 0 ? loadConfig({ ...process.env, ROLE: read.role, PORT: String(await findFreePort()) }) : read
  if (config.role !== 'all' && config.databaseUrl === undefined)
    throw new PlainError(
      'The two halves meet in one database: set DATABASE_URL to a PostgreSQL server for both, or run both at once with "npm start".',
    )
  return config
}

/** The configuration with a database that answers: the one it names, or an embedded one started now. */
async function openDatabase(config: Config, stack: AsyncDisposableStack, progress: Progress, onLost: (error: Error) => void) {
  if (config.databaseUrl !== undefined) return { loaded: config, database: undefined }
  progress.step('Starting the database')
  const { startEmbeddedDatabase } = await fromDist<DatabaseModule>('database/embedded/index.js')
  const database = await startEmbeddedDatabase({ dataDir: config.dataDir, onLost })
  stack.defer(() => database.stop())
  return { loaded: config.with({ databaseUrl: database.url }), database }
}

async function runApi(
  config: Config,
  database: Database | undefined,
  stack: AsyncDisposableStack,
  progress: Progress,
  { start, signal }: { readonly start: number; readonly signal: AbortSignal },
): Promise<void> {
  const { startAll, startApi } = await fromDist<ApiModule>('main.js')
  const api = await (config.role === 'api' ? startApi(config) : startAll(config))
  stack.defer(() => api.close())
  const address = config.publicUrl
  if (signal.aborted) return
  const demo = database && (await seedDemo(api.app, progress, signal))
  if (signal.aborted) return
  progress.done()
  // `npm run dev` starts us again after each change; once is enough.
  if (process.env.TWEETUP_QUIET) return
  printBanner({
    address,
    mailbox: config.hasMailbox ? `${address}/mailbox` : undefined,
    demo,
    data: whereDataIs(config, database),
    loopback: ['127.0.0.1', 'localhost', '::1'].includes(config.host),
    tookMilliseconds: performance.now() - start,
  })
}

async function runWorker(config: Config, stack: AsyncDisposableStack, progress: Progress): Promise<void> {
  const { startWorker } = await fromDist<WorkerModule>('worker.js')
  const worker = await startWorker(config)
  stack.defer(() => worker.close())
  progress.done()
  say(`The worker is running on ${whereDataIs(config, undefined)}. ${dim('Ctrl-C stops it.')}`)
}

/** Fills an empty trial with the demo organization; afterwards only tells its sign-in. */
async function seedDemo(app: Awaited<ReturnType<ApiModule['startApi']>>['app'], progress: Progress, signal: AbortSignal) {
  const demo = await fromDist<DemoModule>('demo/index.js')
  // On every start but the first there is nothing to do, and nothing to say.
  const announcement = setTimeout(() => progress.step('Preparing the demo events, on this first start only'), 400)
  try {
    return await demo.seedDemo(app, signal)
  } finally {
    clearTimeout(announcement)
  }
}

function whereDataIs(config: Config, database: Database | undefined): string {
  if (!database) return `PostgreSQL at ${new URL(config.databaseUrl ?? '').host}`
  const folder = shortPath(config.dataDir)
  if (database.dataDirectory.startsWith(config.dataDir)) return folder
  return `${folder}, its database in ${database.dataDirectory} ${dim(`(PostgreSQL runs as "${database.account}", which cannot enter this folder)`)}`
}
