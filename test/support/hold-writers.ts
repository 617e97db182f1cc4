import pg from 'pg'
import type { TestDatabase } from './database.js'
import { waitFor } from './wait-for.js'

const key = 4_711

export interface HeldWriters {
  /** Waits until somebody stands in the middle of a transaction that writes to the table. */
  waitForWriter(): Promise<void>
  /** Lets everybody go on: who is still there, and whoever comes later. */
  release(): Promise<void>
}

/** Lets everybody who inserts into a table wait right after it, so that a test can kill it there. */
export async function holdWriters(database: TestDatabase, table: string): Promise<HeldWriters> {
  const holder = new pg.Client({ connectionString: database.url })
  await holder.connect()
  await holder.query('select pg_advisory_lock($1)', [key])
  await holder.query(
    `create or replace function wait_for_the_test() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock_shared(${key}); return null; end $$`,
  )
  await holder.query(`create trigger wait_for_the_test after insert on ${table} for each statement execute function wait_for_the_test()`)
  return {
    async waitForWriter() {
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'`
      await waitFor(async () => (await database.query(waiting)).length > 0, { within: 60_000, what: `somebody who writes to ${table}` })
    },
    async release() {
      await holder.end()
      await database.query(`drop trigger wait_for_the_test on ${table}`)
    },
  }
}
