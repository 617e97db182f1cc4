import type { DataSource, EntityManager } from 'typeorm'

/** As much of a connection of `pg` as is needed here. */
interface Connection {
  query<Row>(statement: { readonly name: string; readonly text: string; readonly values: readonly unknown[] }): Promise<{ rows: Row[] }>
}

/** A statement that each connection reads and plans once, under a name that no other statement has. For those that take longer to plan than to run. */
export interface Prepared {
  readonly name: string
  readonly text: string
}

/** Runs a prepared statement in the manager's transaction, or on a connection of its own; answers its rows. */
export async function runPrepared<Row extends object>(
  { queryRunner, connection }: EntityManager,
  { name, text }: Prepared,
  values: readonly unknown[],
): Promise<Row[]> {
  if (queryRunner) return query(await queryRunner.connect(), { name, text, values })
  return onItsOwn(connection, (own) => query<Row>(own, { name, text, values }))
}

async function onItsOwn<T>(dataSource: DataSource, work: (connection: unknown) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner()
  try {
    return await work(await runner.connect())
  } finally {
    await runner.release()
  }
}

async function query<Row>(connection: unknown, statement: Prepared & { readonly values: readonly unknown[] }): Promise<Row[]> {
  return (await (connection as Connection).query<Row>(statement)).rows
}
