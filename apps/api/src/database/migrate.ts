import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { DataSource, type MigrationInterface } from 'typeorm'
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
export async function migrate(url: string): Promise<void> {
  const lock = new Client({ connectionString: url, application_name: 'tweetup migrations' })
  await lock.connect()
  try {
    await lock.query('select pg_advisory_lock($1)', [lockNumber])
    const dataSource = new DataSource({ ...dataSourceOptions(url, 2), migrations: await loadMigrations() })
    await dataSource.initialize()
    try {
      await dataSource.runMigrations({ transaction: 'each' })
    } finally {
      await dataSource.destroy()
    }
  } finally {
    await lock.end()
  }
}
