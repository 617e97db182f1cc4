import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common'
import { Client } from 'pg'
import { TweetupConfig } from '../config/config.js'

type Listener = (payload: string) => void

/** Hears PostgreSQL's NOTIFY on a connection of its own, which it opens again when it is lost. */
@Injectable()
export class Notifications implements OnApplicationShutdown {
  readonly #logger = new Logger('Notifications')
  readonly #listeners = new Map<string, Set<Listener>>()
  #client: Promise<Client> | undefined
  #retry: NodeJS.Timeout | undefined
  #stopped = false

  constructor(private readonly config: TweetupConfig) {}

  /** Calls the listener for each notification on the channel, and once after a lost connection came back, since something may have been missed. Answers how to stop. */
  async listen(channel: string, listener: Listener): Promise<() => void> {
    const known = this.#listeners.get(channel)
    if (known) known.add(listener)
    else {
      this.#listeners.set(channel, new Set([listener]))
      const client = await (this.#client ??= this.#connect())
      await client.query(`listen ${client.escapeIdentifier(channel)}`)
    }
    return () => this.#listeners.get(channel)?.delete(listener)
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#retry)
    const client = await this.#client?.catch(() => undefined)
    await client?.end()
  }

  async #connect(): Promise<Client> {
    const client = new Client({ connectionString: this.config.databaseUrl, application_name: 'tweetup notifications', keepAlive: true })
    client.on('notification', ({ channel, payload }) => this.#tell(channel, payload ?? ''))
    client.on('error', (error) => this.#logger.warn(`The connection for notifications was lost: ${error.message}`))
    client.on('end', () => this.#reconnect())
    await client.connect()
    return client
  }

  #reconnect(): void {
    if (this.#stopped) return
    this.#client = undefined
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => void this.#resume(), 1000)
  }

  async #resume(): Promise<void> {
    try {
      const client = await (this.#client ??= this.#connect())
      for (const channel of this.#listeners.keys()) {
        await client.query(`listen ${client.escapeIdentifier(channel)}`)
        this.#tell(channel, '')
      }
    } catch {
      this.#reconnect()
    }
  }

  #tell(channel: string, payload: string): void {
    for (const listener of this.#listeners.get(channel) ?? []) listener(payload)
  }
}
