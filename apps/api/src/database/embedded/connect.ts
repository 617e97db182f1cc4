import pg from 'pg'
import { type Credentials, superuser } from './cluster.js'
import { EmbeddedDatabaseError } from './embedded-database-error.js'
import { type DatabaseHome, credentialsFile } from './home.js'

/** The system's words for nobody at the door, and PostgreSQL's for a server that starts, stops or has no room (57P01-57P03, 53300). */
const passing = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300'])

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
    const { code, message } = cause as { code?: string; message: string }
    if (code === undefined || passing.has(code)) return undefined
    // 28P01 is a wrong password.
    if (code !== '28P01')
      throw new EmbeddedDatabaseError(
        `The database in ${home.dataDirectory} is damaged and lets nobody in (${message}): bring back a copy of it, or move that folder away to start with an empty one.`,
        { cause },
      )
    throw new EmbeddedDatabaseError(
      `The database in ${home.dataDirectory} has other passwords than ${credentialsFile(home)}: put the right file back, or move the database's folder away to start with an empty one.`,
      { cause },
    )
  }
}
