import { loadConfig } from '../../../dist/apps/api/src/config/index.js'
import { startAll } from '../../../dist/apps/api/src/main.js'

// A whole Tweetup as it is built, on the database that the benchmark names. Says where it answers, and when it is asked to end how much memory it took at most, in megabytes.
const { TEST_DATABASE_URL: databaseUrl = '', DATABASE_URL: _, ...env } = process.env
const running = await startAll(loadConfig(env).with({ databaseUrl }))
process.once('SIGTERM', () => {
  process.stdout.write(`${Math.round(process.resourceUsage().maxRSS / 1024)}\n`)
  void running.close().then(() => process.exit(0))
})
process.stdout.write(`${running.url}\n`)
