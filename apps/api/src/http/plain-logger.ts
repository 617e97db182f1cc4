import type { LoggerService } from '@nestjs/common'
import type { TweetupConfig } from '../config/config.js'

type Level = TweetupConfig['logLevel']

const order: readonly Level[] = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']

/** One JSON line per message, in the manner of the request log. */
export class PlainLogger implements LoggerService {
  constructor(private readonly level: Level) {}

  fatal(message: unknown, ...rest: unknown[]): void {
    this.#write('fatal', message, rest)
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#write('error', message, rest)
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#write('warn', message, rest)
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.#write('debug', message, rest)
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.#write('trace', message, rest)
  }

  #write(level: Level, message: unknown, rest: unknown[]): void {
    if (order.indexOf(level) > order.indexOf(this.level)) return
    const context = rest.at(-1)
    const text = message instanceof Error ? (message.stack ?? message.message) : String(message)
    const details = rest.slice(0, -1).filter((part) => typeof part === 'string')
    process.stderr.write(`${JSON.stringify({ level, time: new Date().toISOString(), context, msg: [text, ...details].join('\n') })}\n`)
  }
}
