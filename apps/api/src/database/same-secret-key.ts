import { Client } from 'pg'
import type { TweetupConfig } from '../config/config.js'
import { ConfigError } from '../config/config-error.js'

/**
 * Every process on one database must have the same secret key: with another one it would mail links that the others do not know.
 * The first process leaves the key's fingerprint; throws ConfigError in one that has another key.
 */
export async function requireSameSecretKey(config: TweetupConfig, databaseUrl: string): Promise<void> {
  const fingerprint = config.key('fingerprint')
  const client = new Client({ connectionString: databaseUrl, application_name: 'tweetup secret key' })
  await client.connect()
  try {
    await client.query('insert into installation_key (fingerprint) values ($1) on conflict (id) do nothing', [fingerprint])
    const { rows } = await client.query<{ fingerprint: Buffer }>('select fingerprint from installation_key')
    if (rows[0]?.fingerprint.equals(fingerprint)) return
  } finally {
    await client.end()
  }
  throw new ConfigError(
    config.trial
      ? `The secret key in ${config.dataDir} is not the one that this database was used with: put the old file secret-key back, or name another folder with DATA_DIR.`
      : 'SECRET_KEY is not the one that this database was used with: set the same one for every process. If it is lost for good, delete the row of the table installation_key; links that were mailed then stop working.',
  )
}
