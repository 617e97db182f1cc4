import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { EmbeddedDatabaseError } from './embedded-database-error.js'
import type { DatabaseHome } from './home.js'

/** Any number that no other advisory lock of the server's own database uses. */
const lockNumber = 7_033_411

/** How long a Tweetup that is just being stopped may take to let go. */
const patience = 3000

/**
 * Makes this process the one Tweetup on the database, by a lock that lives exactly as long as the connection. A lock file would
 * survive a kill -9; this does not.
 *
 * @returns false when the server went away meanwhile
 * @throws EmbeddedDatabaseError when another Tweetup holds it
 */
export async function takeOwnership({ dataDir }: DatabaseHome, connection: pg.Client): Promise<boolean> {
  const deadline = performance.now() + patience
  try {
    while (performance.now() < deadline) {
      const { rows } = await connection.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lockNumber])
      if (rows[0]?.taken) return true
      await sleep(50)
    }
  } catch {
    await connection.end().catch(() => undefined)
    return false
  }
  const holder = await findHolder(connection)
  await connection.end()
  throw new EmbeddedDatabaseError(
    `Another Tweetup${holder} is running on the data in ${dataDir}: stop it first, or give this one a folder of its own with DATA_DIR.`,
  )
}

async function findHolder(connection: pg.Client): Promise<string> {
  const { rows } = await connection.query<{ name: string }>(
    `select application_name as name from pg_stat_activity
      where pid in (select pid from pg_locks where locktype = 'advisory' and granted and objid = $1)`,
    [lockNumber],
  )
  const pid = /process (\d+)/.exec(rows[0]?.name ?? '')?.[1]
  return pid ? ` (process ${pid})` : ''
}
