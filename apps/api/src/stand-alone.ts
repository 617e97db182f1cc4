import { loadConfig, type TweetupConfig } from './config/config.js'
import { ConfigError } from './config/config-error.js'
import type { Running } from './running.js'

/** Runs an entry as a process of its own: settings from the environment, SIGTERM and Ctrl-C end it in good order. */
export async function standAlone(start: (config: TweetupConfig) => Promise<Running>): Promise<void> {
  try {
    const running = await start(loadConfig(process.env))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(running))
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`)
    // Connections that were opened before it failed must not keep the process.
    process.exit(1)
  }
}

async function stop(running: Running): Promise<void> {
  try {
    await running.close()
  } catch (error) {
    process.stderr.write(`Stopping failed: ${String(error)}\n`)
    process.exitCode = 1
  }
}
