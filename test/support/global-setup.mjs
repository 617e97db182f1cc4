import '../../apps/cli/typescript.mjs'

/** One PostgreSQL for the whole run; each test file makes a database of its own on it. Workers inherit the environment. */
export default async function startDatabaseServer() {
  const { startEmbeddedDatabase } = await import('../../apps/api/src/database/embedded/index.ts')
  const server = await startEmbeddedDatabase({ ephemeral: true })
  process.env.TWEETUP_TEST_DATABASE_SERVER = server.superuserUrl
  process.env.TWEETUP_TEST_DATABASE_OWNER = server.url
  globalThis.stopDatabaseServer = () => server.stop()
}
