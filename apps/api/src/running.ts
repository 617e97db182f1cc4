import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { AppModule } from './app.module.js'
import { createApp } from './app-setup.js'
import type { TweetupConfig } from './config/config.js'

/** A Tweetup that runs. */
export interface Running {
  /** Where it answers; empty for a worker, which answers nothing. */
  readonly url: string
  readonly app: NestFastifyApplication
  /** Finishes what runs, within ten seconds, and lets go of everything. */
  close(): Promise<void>
}

export async function run(config: TweetupConfig): Promise<Running> {
  const app = await createApp(AppModule.with(config), config)
  try {
    if (config.answersRequests) await app.listen(config.port, config.host)
    else await app.init()
  } catch (error) {
    await app.close()
    throw error
  }
  return { url: config.answersRequests ? addressOf(app, config) : '', app, close: () => app.close() }
}

function addressOf(app: NestFastifyApplication, config: TweetupConfig): string {
  const address = app.getHttpServer().address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  const host = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(config.host) ? 'localhost' : config.host
  return `http://${host}:${port}`
}
