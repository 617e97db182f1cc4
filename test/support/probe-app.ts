import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Module, type Type } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { loadConfig } from '../../apps/api/src/config/config.js'
import { InfrastructureModule } from '../../apps/api/src/infrastructure.module.js'
import { run } from '../../apps/api/src/running.js'
import { createTestDatabase, type TestDatabase } from './database.js'

@Module({})
class ProbeModule {}

export interface Probe {
  readonly url: string
  readonly app: NestFastifyApplication
  readonly database: TestDatabase
  close(): Promise<void>
}

interface ProbeOptions {
  readonly controllers?: Type[]
  readonly providers?: Type[]
  readonly env?: Readonly<Record<string, string>>
  /** Joins another probe's database instead of having one of its own. */
  readonly database?: TestDatabase
}

/** The infrastructure without any feature, on a real database and a free port, with controllers of a test's own. */
export async function startProbe({ controllers = [], providers = [], env = {}, database }: ProbeOptions = {}): Promise<Probe> {
  const own = database ?? (await createTestDatabase())
  const dataDir = await mkdtemp(join(tmpdir(), 'tweetup-probe-'))
  const config = loadConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    SECRET_KEY: 'a secret key that only tests know',
    LOG_LEVEL: 'fatal',
    ...env,
  }).with({ databaseUrl: own.url })
  const running = await run({ module: ProbeModule, imports: [InfrastructureModule.with(config)], controllers, providers }, config)
  return {
    url: running.url,
    app: running.app,
    database: own,
    async close() {
      await running.close()
      await rm(dataDir, { recursive: true, force: true })
      if (!database) await own.drop()
    },
  }
}
