import type { LoggerService } from '@nestjs/common'
import type { TweetupConfig } from '../config/config.js'

/** The levels of the request log, by their numbers there. */
const levels = { fatal: 60, error: 50, warn: 40, info: 30, debug: 20, trace: 10 } as const
type Level = keyof typeof levels

/** What the framework and the jobs have to say: one JSON line each, in the manner of the request log. */
export class PlainLogger implements LoggerService {
  readonly #least: number

  constructor(level: TweetupConfig['logLevel']) {
    this.#least = level === 'silent' ? Number.POSITIVE_INFINITY : levels[level]
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.#write('fatal', message, rest)
  }

  error(message: unknown, ...rest: unknown[]): void {
    // What stops the start is thrown as well, and told in one line by whoever started.
    if (rest.at(-1) === 'ExceptionHandler') return
    this.#write('error', message, rest)
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#write('warn', message, rest)
  }

  /** Nest tells each route and module that it loads: for whoever looks closely. */
  log(message: unknown, ...rest: unknown[]): void {
    this.#write('debug', message, rest)
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.#write('trace', message, rest)
  }

  #write(level: Level, message: unknown, rest: unknown[]): void {
    if (levels[level] < this.#least) return
    const text = message instanceof Error ? (message.stack ?? message.message) : String(message)
    const details = rest.slice(0, -1).filter((part) => typeof part === 'string')
    const time = Math.round(performance.timeOrigin + performance.now())
    process.stderr.write(`${JSON.stringify({ level: levels[level], time, name: rest.at(-1), msg: [text, ...details].join('\n') })}\n`)
  }
}
