import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ConfigError } from '../../apps/api/src/config/config-error.js'
import { migrate } from '../../apps/api/src/database/migrate.js'
import { createEmptyDatabase, runAsSuperuser, type TestDatabase } from '../support/database.js'

const guest = `guest_${randomBytes(6).toString('hex')}`
const password = randomBytes(12).toString('hex')

let database: TestDatabase
/** The database as a role reaches it that may make tables in it and nothing else. */
let asGuest: string

beforeEach(async () => {
  database = await createEmptyDatabase()
  await runAsSuperuser(database, `create role ${guest} login password '${password}'`, `grant usage, create on schema public to ${guest}`)
  const url = new URL(database.url)
  Object.assign(url, { username: guest, password })
  asGuest = url.href
})
afterEach(async () => {
  await runAsSuperuser(database, `drop owned by ${guest}`, `drop role ${guest}`)
  await database.drop()
})

async function refusalOf(migrating: Promise<void>): Promise<string> {
  const error = await migrating.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ConfigError)
  return error instanceof Error ? error.message : ''
}

describe('a database without the extensions that the search needs', () => {
  it('is refused with what somebody else has to do, where the own role may not create them, and goes on once that is done', async () => {
    const said = await refusalOf(migrate(asGuest))
    expect(said).toBe(
      'The database needs the extension pg_trgm, and the role of DATABASE_URL may not create it (permission denied to create extension "pg_trgm"). ' +
        'Have somebody who may do so run this in that database, then start again: ' +
        'CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE EXTENSION IF NOT EXISTS btree_gin;',
    )
    await runAsSuperuser(database, said.slice(said.indexOf('CREATE')))
    await migrate(asGuest)
    const [list] = await database.query<{ table: string }>(`select to_regclass('application_search')::text as table`)
    expect(list?.table).toBe('application_search')
  })

  it('is refused with what to install, where PostgreSQL does not have them', async () => {
    await runAsSuperuser(database, `alter database ${new URL(database.url).pathname.slice(1)} set extension_control_path = '/nowhere'`)
    const said = await refusalOf(migrate(database.url))
    expect(said).toMatch(
      /^The database needs the extension pg_trgm, and PostgreSQL does not have it \(extension "pg_trgm" is not available\)\./,
    )
    expect(said).toContain('postgresql-contrib')
  })
})
