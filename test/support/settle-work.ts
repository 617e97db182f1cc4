import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { DataSource } from 'typeorm'
import { JobQueue, MomentRegistry, MomentRunner } from '../../apps/api/src/jobs/index.js'
import { waitFor } from './wait-for.js'

/** Waits until the application has nothing left to do at the time its clock shows. */
export async function settleWork(app: NestFastifyApplication): Promise<void> {
  const moments = app.get(MomentRunner)
  const queue = app.get(JobQueue)
  await waitFor(
    async () => {
      await waitForRunningMoments(app)
      return (await moments.runOnce()) === 0 && (await queue.idle())
    },
    { within: 60_000, what: 'all due work to be done' },
  )
}

/** A moment that the application's own loop runs right now holds its lock; what it does is visible once it lets go. */
async function waitForRunningMoments(app: NestFastifyApplication): Promise<void> {
  const connection = app.get(DataSource).createQueryRunner()
  try {
    for (const { name } of app.get(MomentRegistry).all()) {
      await connection.query('select pg_advisory_lock(hashtextextended($1, 0))', [`moment:${name}`])
      await connection.query('select pg_advisory_unlock(hashtextextended($1, 0))', [`moment:${name}`])
    }
  } finally {
    await connection.release()
  }
}
