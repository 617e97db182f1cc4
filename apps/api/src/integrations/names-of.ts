import type { DataSource } from 'typeorm'

/** The names of those who asked for something, by their ids; whoever has gone since has none. */
export async function namesOf(dataSource: DataSource, asked: readonly { userId: string }[]): Promise<ReadonlyMap<string, string>> {
  const users = await dataSource.query<{ id: string; name: string }[]>('select id, name from users where id = any($1::uuid[])', [
    asked.map(({ userId }) => userId),
  ])
  return new Map(users.map(({ id, name }) => [id, name]))
}
