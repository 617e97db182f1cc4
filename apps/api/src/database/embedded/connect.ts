import pg from 'pg'
import { type Credentials, superuser } from './cluster.js'
import { EmbeddedDatabaseError } from './embedded-database-error.js'
import { type DatabaseHome, credentialsFile } from './home.js'

/** One connection as the server's superuser, or undefined while the server does not take connections (yet, or any more). */
export async function connectAsSuperuser(
  home: DatabaseHome,
  { superuserPassword }: Credentials,
  port: number,
): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: superuser,
    password: superuserPassword,
    database: 'postgres',
    application_name: `Tweetup, process ${process.pid}`,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  })
  client.on('error', () => {
    // The 'end' event follows and is the one that is acted on.
  })
  try {
    await client.connect()
    return client
  } catch (cause) {
    await client.end().catch(() => undefined)
    // 28P01 is a wrong password; everything else may pass while the server starts, recovers or stops.
    if ((cause as { code?: string }).code !== '28P01') return undefined
    throw new EmbeddedDatabaseError(
      `The database in ${home.dataDirectory} has other passwords than ${credentialsFile(home)}: put the right file back, or move the database's folder away to start with an empty one.`,
      { cause },
    )
  }
}
