import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { DataSource, type QueryRunner } from 'typeorm'
import { Clock } from '../../apps/api/src/database/index.js'
import { JobQueue, type Moment, MomentRegistry } from '../../apps/api/src/jobs/index.js'
import { waitFor } from './wait-for.js'

/** Waits until the application has nothing left to do at the time its clock shows. */
export async function settleWork(app: NestFastifyApplication): Promise<void> {
  const queue = app.get(JobQueue)
  await waitFor(async () => (await runMoments(app)) === 0 && (await queue.idle()), { within: 60_000, what: 'all due work to be done' })
}

/** Runs every moment once and answers how much was done. Unlike the application's own loop it waits for a moment that runs elsewhere and then looks itself. */
async function runMoments(app: NestFastifyApplication): Promise<number> {
  const connection = app.get(DataSource).createQueryRunner()
  let done = 0
  try {
    for (const moment of app.get(MomentRegistry).all()) done += await runAlone(connection, moment, app.get(Clock))
  } finally {
    await connection.release()
  }
  return done
}

async function runAlone(connection: QueryRunner, { name, run }: Moment, clock: Clock): Promise<number> {
  const key = `moment:${name}`
  await connection.query('select pg_advisory_lock(hashtextextended($1, 0))', [key])
  try {
    return await run(await clock.now())
  } catch {
    // The application's own loop says in its log what fails.
    return 0
  } finally {
    await connection.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key])
  }
}
