import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { DataSource, type MigrationInterface } from 'typeorm'
import { ConfigError } from '../config/config-error.js'
import { dataSourceOptions } from './data-source.js'

const folder = join(import.meta.dirname, '../../../../migrations')
const lockNumber = 7_393_305

type MigrationClass = new () => MigrationInterface

/** All migrations, oldest first: the classes that the files of migrations/ export. */
export async function loadMigrations(): Promise<MigrationClass[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{13}-[a-z0-9-]+\.[jt]s$/.test(name)).sort()
  const modules = await Promise.all(names.map((name) => import(join(folder, name)) as Promise<Record<string, MigrationClass>>))
  return modules.flatMap((exported) => Object.values(exported))
}

/** Brings the schema up to date. Of several processes that start at once one migrates and the others wait for it. */
export async function migrate(url: string, patienceMilliseconds = 10_000): Promise<void> {
  const lock = new Client({ connectionString: url, application_name: 'tweetup migrations', connectionTimeoutMillis: patienceMilliseconds })
  // Without a listener a connection that is cut would end the process, before anything could say why.
  const cut = new Promise<never>((_, reject) => lock.on('error', reject))
  cut.catch(() => undefined)
  await Promise.race([connect(lock, patienceMilliseconds), cut])
  try {
    await lock.query('select pg_advisory_lock($1)', [lockNumber])
    const dataSource = new DataSource({ ...dataSourceOptions(url, 2), migrations: await loadMigrations() })
    await dataSource.initialize()
    try {
      // With the connection goes the lock, and with the lock the right to migrate.
      await Promise.race([dataSource.runMigrations({ transaction: 'each' }), cut])
    } catch (error) {
      throw extensionProblem(error) ?? error
    } finally {
      await dataSource.destroy()
    }
  } finally {
    await lock.end()
  }
}

const needed = ['pg_trgm', 'btree_gin']

/** What to do where the search for applications cannot get what it needs: the role may not bring it in, or PostgreSQL does not have it. */
function extensionProblem(error: unknown): ConfigError | undefined {
  const said = error instanceof Error ? error.message : ''
  const missing = needed.find((name) => said.includes(`"${name}"`) || said.includes(`/${name}.control"`))
  if (missing === undefined || !/^(permission denied to create|could not open|extension)/.test(said)) return undefined
  const cure = said.startsWith('permission denied')
    ? `the role of DATABASE_URL may not create it (${said}). Have somebody who may do so run this in that database, then start again: ${needed.map((name) => `CREATE EXTENSION IF NOT EXISTS ${name};`).join(' ')}`
    : `PostgreSQL does not have it (${said}). Install what comes with PostgreSQL on its machine (on Debian and Ubuntu the package postgresql-contrib), then start again.`
  return new ConfigError(`The database needs the extension ${missing}, and ${cure}`, { cause: error })
}

/** The first connection of a start: here a server that is no database, or that a firewall hides, is found out. */
async function connect(client: Client, patienceMilliseconds: number): Promise<void> {
  try {
    await client.connect()
  } catch (cause) {
    if (!(cause instanceof Error && cause.message === 'timeout expired')) throw cause
    throw new ConfigError(
      `The database did not answer on ${client.host}:${client.port} within ${patienceMilliseconds / 1000} seconds: see that PostgreSQL runs there and that no firewall is in between, or correct DATABASE_URL.`,
      { cause },
    )
  }
}
