import { hkdfSync } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { resolve } from 'node:path'
import { ConfigError } from './config-error.js'
import { keptSecretKey } from './secret-key.js'
import { type Peer, readSettings, type Settings } from './settings.js'

interface Values extends Omit<Settings, 'publicUrl' | 'secretKey'> {
  readonly publicUrl: string
  readonly secretKey: string
  readonly trial: boolean
}

/** Trials and rehearsals apply thousands of times from one machine. */
const unlimited = Number.POSITIVE_INFINITY

/** The settings of this installation, checked and typed. */
export class TweetupConfig {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Absent until the embedded database runs; see `with`. */
  readonly databaseUrl: string | undefined
  readonly databasePool: number
  readonly smtpUrl: string | undefined
  /** Origin only, without a slash at the end. */
  readonly publicUrl: string
  readonly filesUrl: string | undefined
  readonly beaconUrl: string | undefined
  readonly mailFrom: string
  /** Whether an empty trial gets demo events on its first start. */
  readonly demo: boolean
  readonly role: Settings['role']
  readonly logLevel: Settings['logLevel']
  readonly trustedProxies: readonly string[]
  readonly applicationsPerNetwork: number
  readonly applicationsPerAddress: number
  readonly applicationsPerEvent: number
  readonly viteUrl: string | undefined
  /** Servers of a test, reached although no server of the Internet may be there. None outside trials. */
  readonly peers: ReadonlyMap<string, Peer>
  /** A trial runs on the embedded database: it has the time machine, the development mailbox and a beacon of its own. */
  readonly trial: boolean
  readonly #values: Values
  readonly #keys = new Map<string, Buffer>()

  constructor(values: Values) {
    this.port = values.port
    this.host = values.host
    this.dataDir = values.dataDir
    this.databaseUrl = values.databaseUrl
    this.databasePool = values.databasePool
    this.smtpUrl = values.smtpUrl
    this.publicUrl = values.publicUrl
    this.filesUrl = values.filesUrl
    this.beaconUrl = values.beaconUrl
    this.mailFrom = values.mailFrom
    this.demo = values.demo === 'on'
    this.role = values.role
    this.logLevel = values.logLevel
    this.trustedProxies = values.trustedProxies
    this.applicationsPerNetwork = values.applicationsPerNetwork ?? (values.trial ? unlimited : 300)
    this.applicationsPerAddress = values.applicationsPerAddress
    this.applicationsPerEvent = values.applicationsPerEvent ?? (values.trial ? unlimited : 60_000)
    this.viteUrl = values.viteUrl
    this.peers = values.trial ? values.peers : new Map()
    this.trial = values.trial
    this.#values = values
  }

  /** 32 bytes for one purpose: HKDF-SHA256 (RFC 5869) over the secret key, empty salt, info = purpose. Nobody else derives keys. */
  key(purpose: string): Buffer {
    const known = this.#keys.get(purpose)
    if (known) return known
    const key = Buffer.from(hkdfSync('sha256', this.#values.secretKey, '', `tweetup/${purpose}`, 32))
    this.#keys.set(purpose, key)
    return key
  }

  /** The absolute public address of a path that starts with a slash. */
  url(path: string): string {
    return `${this.publicUrl}${path}`
  }

  /** Whether people reach this installation over TLS. */
  get secure(): boolean {
    return this.publicUrl.startsWith('https:')
  }

  /** Mails go to the development mailbox when a trial has no mail server. */
  get hasMailbox(): boolean {
    return this.trial && this.smtpUrl === undefined
  }

  get answersRequests(): boolean {
    return this.role !== 'worker'
  }

  get runsJobs(): boolean {
    return this.role !== 'api'
  }

  /** The same settings with some replaced, such as the address of the embedded database once it runs. */
  with(changes: Partial<Values>): TweetupConfig {
    return new TweetupConfig({ ...this.#values, ...changes })
  }

  /** Keeps the secret key out of logs. */
  toJSON(): object {
    return { publicUrl: this.publicUrl, dataDir: this.dataDir, role: this.role, trial: this.trial }
  }
}

/**
 * The configuration from an environment. Makes and keeps a secret key on the first start.
 * Throws ConfigError with one line for a person when a value cannot be used.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): TweetupConfig {
  const read = readSettings(env)
  if (read.databaseUrl !== undefined && read.smtpUrl === undefined)
    throw new ConfigError(
      'SMTP_URL is missing: with DATABASE_URL this is no trial, and mails must leave. Set it to an address such as smtps://user:password@mail.example.org.',
    )
  if (read.databaseUrl !== undefined && read.peers.size > 0)
    throw new ConfigError('PEERS cannot be used: it is for tests of a trial, and with DATABASE_URL this is none. Leave it out.')
  const dataDir = resolve(read.dataDir)
  return new TweetupConfig({
    ...read,
    dataDir,
    publicUrl: read.publicUrl ?? ownAddress(read.host, read.port),
    secretKey: read.secretKey ?? keptSecretKey(dataDir),
    trial: read.databaseUrl === undefined,
  })
}

/** Where a browser reaches what listens on this host: under its own name, unless "localhost" leads there too. */
function ownAddress(host: string, port: number): string {
  const written = `http://${isIPv6(host) ? `[${host}]` : host}:${port}`
  // What no URL can name, such as an address with a zone, is left to PUBLIC_URL.
  const { origin, hostname } = new URL(URL.canParse(written) ? written : `http://localhost:${port}`)
  return ['127.0.0.1', '0.0.0.0', '[::]'].includes(hostname) ? new URL(`http://localhost:${port}`).origin : origin
}
