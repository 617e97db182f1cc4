import { isIP } from 'node:net'
import { parseBucket } from './bucket.js'
import { ConfigError, WrongValue } from './config-error.js'
import { hasClearCredentials, hasUnencodedCredentials, withoutCredentials } from './credentials.js'

/** A server on this machine that stands for one of the Internet. */
export interface Peer {
  readonly host: string
  readonly port: number
}

/** One line of the table of settings: how a value is named, read, checked and explained. */
export interface Setting<T> {
  readonly env: string
  readonly about: string
  readonly read: (text: string | undefined) => T
}

function setting<T>(env: string, about: string, fallback: T, parse: (text: string) => T | undefined, right: string): Setting<T> {
  return {
    env,
    about,
    read(text) {
      if (text === undefined || text.trim() === '') return fallback
      const refuse = (reason: string) => new ConfigError(`${env}="${shown(env, text)}" cannot be used: ${reason}.`)
      try {
        const value = parse(text.trim())
        if (value !== undefined) return value
      } catch (error) {
        throw error instanceof WrongValue ? refuse(error.message) : error
      }
      throw refuse(`it must be ${right}${isAddress(env) && hasUnencodedCredentials(text) ? encoded : ''}`)
    },
  }
}

const encoded = ', in whose user and password "%", "/", "?", "#" and "@" are written as %25, %2F, %3F, %23 and %40'

const isAddress = (env: string): boolean => env.endsWith('_URL')

/** On one line; keys and passwords stay out of messages, which end up in logs. */
function shown(env: string, text: string): string {
  if (env === 'SECRET_KEY') return '…'
  const line = text.trim().replace(/\s+/g, ' ')
  return isAddress(env) ? withoutCredentials(line) : line
}

const text = (value: string): string => value
const optional: string | undefined = undefined
const optionalNumber: number | undefined = undefined

function wholeNumber(low: number, high: number) {
  return (value: string): number | undefined => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
    return number >= low && number <= high ? number : undefined
  }
}

function oneOf<T extends string>(values: readonly T[]) {
  return (value: string): T | undefined => values.find((candidate) => candidate === value)
}

function url(protocols: readonly string[]) {
  return (value: string): string | undefined => {
    if (!URL.canParse(value)) return undefined
    return protocols.includes(new URL(value).protocol) && value.includes('://') ? value.replace(/\/+$/, '') : undefined
  }
}

/** An address that may hold a user and a password. */
function service(protocols: readonly string[]) {
  return (value: string): string | undefined => {
    const address = url(protocols)(value)
    return address !== undefined && hasClearCredentials(address) ? address : undefined
  }
}

function mailServer(value: string): string | undefined {
  const address = service(['smtp:', 'smtps:'])(value)
  return address !== undefined && new URL(address).hostname !== '' ? address : undefined
}

/**
 * pg takes these modes for verify-full, warns in six lines that its next version will not, and checks less then.
 * Named as what they are, they stay as safe as they are.
 */
function database(value: string): string | undefined {
  const address = service(['postgres:', 'postgresql:'])(value)
  if (address === undefined || /[?&]uselibpqcompat=true(&|$)/.test(address)) return address
  return address.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/g, '$1verify-full')
}

function bucket(value: string): string | undefined {
  const address = service(['s3:', 's3+http:', 's3+https:'])(value)
  if (address !== undefined) parseBucket(address)
  return address
}

function origin(value: string): string | undefined {
  const address = url(['http:', 'https:'])(value)
  return address !== undefined && new URL(address).pathname === '/' && new URL(address).search === '' ? new URL(address).origin : undefined
}

function host(value: string): string | undefined {
  return isIP(value) !== 0 || /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(value) ? value : undefined
}

function proxies(value: string): readonly string[] | undefined {
  const list = value.split(',').map((part) => part.trim())
  const right = list.every((part) => {
    const [address = '', bits, ...more] = part.split('/')
    const version = isIP(address)
    // Fastify takes no network of 0 bits: whoever trusts everybody would believe every header.
    const prefix = wholeNumber(1, version === 6 ? 128 : 32)
    return version !== 0 && more.length === 0 && (bits === undefined || prefix(bits) !== undefined)
  })
  return right ? list : undefined
}

function mailbox(value: string): string | undefined {
  return /^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/.test(value) ? value : undefined
}

const roles = ['all', 'api', 'worker'] as const
const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const

/** Where a name of the Internet is really answered: `social.example=127.0.0.1:4000`. */
function peers(value: string): ReadonlyMap<string, Peer> | undefined {
  const list = value.split(',').map((part) => /^([a-z0-9.-]+(?::\d+)?)=(127\.0\.0\.1):(\d{1,5})$/.exec(part.trim()))
  if (list.some((part) => part === null)) return undefined
  return new Map(list.map((part) => [part?.[1] ?? '', { host: part?.[2] ?? '', port: Number(part?.[3]) }]))
}

/** Every setting that Tweetup reads from its environment. Nothing else reads `process.env`. */
export const settings = {
  port: setting(
    'PORT',
    'The port on which pages and API answer; 0 takes any free one.',
    3000,
    wholeNumber(0, 65535),
    'a port from 0 to 65535, such as 3000',
  ),
  host: setting(
    'HOST',
    'The address to listen on; 0.0.0.0 to be reached from other machines.',
    '127.0.0.1',
    host,
    'an IP address or a host name, such as 127.0.0.1',
  ),
  dataDir: setting('DATA_DIR', 'The folder for everything this installation keeps on disk.', '.tweetup', text, 'the path of a folder'),
  databaseUrl: setting(
    'DATABASE_URL',
    'The PostgreSQL to use; without it an embedded one is started.',
    optional,
    database,
    'an address such as postgres://user:password@host:5432/tweetup',
  ),
  databasePool: setting(
    'DATABASE_POOL',
    'How many connections one process may hold for requests.',
    12,
    wholeNumber(2, 200),
    'a number from 2 to 200',
  ),
  smtpUrl: setting(
    'SMTP_URL',
    'The mail server to send through; without it mails go to the development mailbox.',
    optional,
    mailServer,
    'an address such as smtps://user:password@mail.example.org',
  ),
  publicUrl: setting(
    'PUBLIC_URL',
    'The address under which people reach this installation.',
    optional,
    origin,
    'an address without a path, such as https://events.example.org',
  ),
  secretKey: setting(
    'SECRET_KEY',
    'The secret from which all keys are derived; without it one is made and kept in DATA_DIR.',
    optional,
    (value) => (value.length >= 32 ? value : undefined),
    'at least 32 characters that nobody can guess',
  ),
  filesUrl: setting(
    'FILES_URL',
    'The bucket for uploaded pictures; without it they are kept in DATA_DIR.',
    optional,
    bucket,
    'an address such as s3://key:secret@endpoint/bucket?region=eu-west-1',
  ),
  beaconUrl: setting(
    'BEACON_URL',
    'The randomness beacon of the draws; a trial runs one of its own.',
    optional,
    url(['http:', 'https:']),
    'an address such as https://api.drand.sh',
  ),
  mailFrom: setting(
    'MAIL_FROM',
    'The address that mails are sent from.',
    'Tweetup <tweetup@localhost>',
    mailbox,
    'an address such as Tweetup <events@example.org>',
  ),
  role: setting(
    'ROLE',
    'What this process does: answer requests (api), work through jobs (worker), or both (all).',
    'all',
    oneOf(roles),
    `one of ${roles.join(', ')}`,
  ),
  logLevel: setting('LOG_LEVEL', 'How much is logged.', 'warn', oneOf(logLevels), `one of ${logLevels.join(', ')}`),
  trustedProxies: setting<readonly string[]>(
    'TRUSTED_PROXIES',
    'The proxies whose X-Forwarded-* headers are believed, separated by commas.',
    [],
    proxies,
    'addresses or networks such as 10.0.0.0/8,127.0.0.1, with prefixes from 1 to 32, or to 128 for IPv6',
  ),
  applicationsPerNetwork: setting(
    'APPLICATIONS_PER_NETWORK',
    'How many applications one network may send in an hour; a trial does not mind.',
    optionalNumber,
    wholeNumber(1, 100_000_000),
    'a whole number from 1',
  ),
  applicationsPerAddress: setting(
    'APPLICATIONS_PER_ADDRESS',
    'How many applications one network may send for one mail address in an hour.',
    20,
    wholeNumber(1, 100_000),
    'a number from 1 to 100000',
  ),
  applicationsPerEvent: setting(
    'APPLICATIONS_PER_EVENT',
    'How many applications one event takes in an hour; a trial does not mind.',
    optionalNumber,
    wholeNumber(1, 100_000_000),
    'a whole number from 1',
  ),
  demo: setting('DEMO', 'Whether an empty trial gets demo events on its first start.', 'on', oneOf(['on', 'off']), 'on or off'),
  peers: setting<ReadonlyMap<string, Peer>>(
    'PEERS',
    'Servers on this machine that stand for names of the Internet in tests of a trial.',
    new Map(),
    peers,
    'names with a local address, such as social.example=127.0.0.1:4000',
  ),
  viteUrl: setting(
    'VITE_URL',
    'The Vite server that serves the pages while developing.',
    optional,
    origin,
    'an address such as http://127.0.0.1:5173',
  ),
} as const

export type Settings = { readonly [K in keyof typeof settings]: ReturnType<(typeof settings)[K]['read']> }

/**
 * Reads all settings from an environment.
 * Throws ConfigError for the first one that cannot be used.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const read = Object.entries(settings).map(([name, entry]) => [name, entry.read(env[entry.env])])
  return Object.fromEntries(read) as Settings
}
