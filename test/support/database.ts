import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrate } from '../../apps/api/src/database/migrate.js'

export interface TestDatabase {
  /** Connects as the role that the product uses, owner of this database only. */
  url: string
  /** Runs one statement on a connection of its own, outside every transaction of the product. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

const template = 'tweetup_template'
const templateLock = 4_221_907

/** A database of the caller's own with the current schema and no rows, cloned from a template that the first caller migrates. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return onServer(async (server) => {
    await ensureTemplate(server)
    return createDatabase(server, template)
  })
}

/** A database without any schema; for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return onServer((server) => createDatabase(server, 'template1'))
}

/** Runs statements in a database as somebody who may do anything, as nobody of the product may. */
export async function runAsSuperuser({ url }: TestDatabase, ...statements: readonly string[]): Promise<void> {
  await onServer(async (connection) => {
    for (const statement of statements) await connection.query(statement)
  }, new URL(url).pathname.slice(1))
}

async function createDatabase(server: pg.Client, from: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await server.query(`create database ${name} template ${from} owner ${owner()}`)
  const pool = new pg.Pool({ connectionString: urlOf(name), max: 4, idleTimeoutMillis: 1000, allowExitOnIdle: true })
  pool.on('error', () => {
    // A test that kills the server's processes makes idle connections fail; the next query opens a new one.
  })
  return {
    url: urlOf(name),
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      return (await pool.query<Row>(text, [...values])).rows
    },
    async drop() {
      await pool.end()
      await onServer((connection) => connection.query(`drop database if exists ${name} with (force)`))
    },
  }
}

async function ensureTemplate(server: pg.Client): Promise<void> {
  await server.query('select pg_advisory_lock($1)', [templateLock])
  const { rowCount } = await server.query('select from pg_database where datname = $1 and datistemplate', [template])
  if (rowCount === 0) {
    await server.query(`drop database if exists ${template} with (force)`)
    await server.query(`create database ${template} owner ${owner()}`)
    await migrate(urlOf(template))
    await server.query(`alter database ${template} with is_template true allow_connections false`)
  }
  await server.query('select pg_advisory_unlock($1)', [templateLock])
}

async function onServer<T>(work: (server: pg.Client) => Promise<T>, database?: string): Promise<T> {
  const url = new URL(setting('TWEETUP_TEST_DATABASE_SERVER'))
  if (database !== undefined) url.pathname = `/${database}`
  const server = new pg.Client({ connectionString: url.href })
  await server.connect()
  try {
    return await work(server)
  } finally {
    await server.end()
  }
}

const owner = (): string => new URL(setting('TWEETUP_TEST_DATABASE_OWNER')).username

function urlOf(name: string): string {
  const url = new URL(setting('TWEETUP_TEST_DATABASE_OWNER'))
  url.pathname = `/${name}`
  return url.href
}

function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing: jest.config.js must name test/support/global-setup.mjs as globalSetup.`)
  return value
}
