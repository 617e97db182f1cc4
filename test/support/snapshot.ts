import type { TestDatabase } from './database.js'

/** Rows that count requests, whatever the requests do. */
const counters = ['rate_limits']

/** A fingerprint of every table of the product, and the ids of all jobs: equal twice when nothing was changed in between. */
export async function snapshot(database: TestDatabase): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const fingerprints: Record<string, string> = {}
  for (const { name } of tables) {
    if (counters.includes(name)) continue
    const [row] = await database.query<{ hash: string }>(
      `select count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${name} t`,
    )
    fingerprints[name] = row?.hash ?? ''
  }
  const [jobs] = await database.query<{ ids: string }>(
    `select coalesce(md5(string_agg(id::text, '|' order by id::text)), '') as ids from pgboss.job`,
  )
  return { ...fingerprints, jobs: jobs?.ids ?? '' }
}
