import type { DataSourceOptions } from 'typeorm'
import { SnakeNaming } from './snake-naming.js'

/** How TypeORM reaches PostgreSQL. The schema comes from the migrations alone. */
export function dataSourceOptions(url: string, pool: number) {
  return {
    type: 'postgres',
    url,
    synchronize: false,
    migrationsRun: false,
    namingStrategy: new SnakeNaming(),
    applicationName: 'tweetup',
    poolSize: pool,
    connectTimeoutMS: 10_000,
    extra: { idle_in_transaction_session_timeout: 60_000 },
  } satisfies DataSourceOptions
}
