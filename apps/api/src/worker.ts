import 'reflect-metadata'
import { fileURLToPath } from 'node:url'
import { AppModule } from './app.module.js'
import type { TweetupConfig } from './config/config.js'
import { type Running, run } from './running.js'
import { standAlone } from './stand-alone.js'

/** Works through the jobs and the moments, and answers no requests. */
export function startWorker(config: TweetupConfig): Promise<Running> {
  const workerConfig = config.with({ role: 'worker' })
  return run(AppModule.with(workerConfig), workerConfig)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await standAlone(startWorker)
