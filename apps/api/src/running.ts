import type { DynamicModule } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createApp } from './app-setup.js'
import type { TweetupConfig } from './config/config.js'

const patienceMs = 10_000

/** A Tweetup that runs. */
export interface Running {
  /** Where it answers; empty for a worker, which answers nothing. */
  readonly url: string
  readonly app: NestFastifyApplication
  /** Finishes what runs, within ten seconds, and lets go of everything. */
  close(): Promise<void>
}

/** Starts an application of these modules: an API that listens, or a worker that does not. */
export async function run(root: DynamicModule, config: TweetupConfig): Promise<Running> {
  const app = await createApp(root, config)
  try {
    if (config.answersRequests) await app.listen(config.port, config.host)
    else await app.init()
  } catch (error) {
    await app.close()
    throw error
  }
  return { url: config.answersRequests ? addressOf(app, config) : '', app, close: () => close(app) }
}

function addressOf(app: NestFastifyApplication, config: TweetupConfig): string {
  const address = app.getHttpServer().address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  const host = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(config.host) ? 'localhost' : config.host
  return `http://${host}:${port}`
}

/** Requests that are being answered are answered to their end, unless they take longer than ten seconds. */
async function close(app: NestFastifyApplication): Promise<void> {
  const timer = setTimeout(() => app.getHttpServer().closeAllConnections(), patienceMs)
  try {
    await app.close()
  } finally {
    clearTimeout(timer)
  }
}
