import { loadConfig } from '../../apps/api/src/config/index.js'
import { startAll } from '../../apps/api/src/main.js'

/**
 * A whole Tweetup as a process of its own, for tests that kill it: a trial, so that its clock can be moved, on the database
 * that the test names. Says where it answers on the first line of its output.
 */
const { TEST_DATABASE_URL: databaseUrl = '', DATABASE_URL: _, ...env } = process.env
const running = await startAll(loadConfig(env).with({ databaseUrl }))
process.once('SIGTERM', () => void running.close().then(() => process.exit(0)))
process.stdout.write(`${running.url}\n`)
