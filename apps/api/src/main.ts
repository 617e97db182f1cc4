import 'reflect-metadata'
import { fileURLToPath } from 'node:url'
import { AppModule } from './app.module.js'
import type { TweetupConfig } from './config/config.js'
import { type Running, run } from './running.js'
import { standAlone } from './stand-alone.js'

export type { Running }

/** Answers requests; works through the jobs too unless ROLE leaves them to workers. */
export function startApi(config: TweetupConfig): Promise<Running> {
  return start(config.with({ role: config.role === 'worker' ? 'api' : config.role }))
}

/** Answers requests and works through the jobs, in one process. */
export function startAll(config: TweetupConfig): Promise<Running> {
  return start(config.with({ role: 'all' }))
}

function start(config: TweetupConfig): Promise<Running> {
  return run(AppModule.with(config), config)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await standAlone(startApi)
