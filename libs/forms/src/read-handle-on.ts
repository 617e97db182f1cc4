import { composed } from './composed.js'
import { domainOf } from './domain-of.js'
import { type HandleReading, longestHandle, parseHandle } from './parse-handle.js'
import { addressOf, pathOf } from './profile-address.js'
import type { HandleNetwork } from './question.js'

/** Networks on which a name is enough, because everybody is on the same server. */
export type NamedNetwork = Exclude<HandleNetwork, 'fediverse' | 'bluesky' | 'website'>

interface Rules {
  /** The first is the one under which handles are kept. */
  readonly hosts: readonly [string, ...string[]]
  /** What a name may be, without its @. */
  readonly name: RegExp
  /** The parts of a profile's path before the name; an empty one where the name comes first. */
  readonly before: readonly string[]
  /** Whether capitals make another name. None do; where people are proud of theirs, they stay as typed. */
  readonly keepsCase: boolean
}

const networks: Readonly<Record<NamedNetwork, Rules>> = {
  instagram: { hosts: ['instagram.com'], name: /^(?!.*\.\.)[a-z0-9_](?:[a-z0-9._]{0,28}[a-z0-9_])?$/i, before: [''], keepsCase: false },
  tiktok: { hosts: ['tiktok.com'], name: /^[a-z0-9_][a-z0-9._]{0,22}[a-z0-9_]$/i, before: [''], keepsCase: false },
  youtube: {
    hosts: ['youtube.com', 'm.youtube.com'],
    name: /^[\p{L}\p{N}_][\p{L}\p{N}_.-]{1,28}[\p{L}\p{N}_]$/u,
    before: ['', 'c', 'user'],
    keepsCase: true,
  },
  linkedin: {
    hosts: ['linkedin.com', 'nl.linkedin.com'],
    name: /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{1,98}[\p{L}\p{N}])$/u,
    before: ['in'],
    keepsCase: false,
  },
  github: { hosts: ['github.com'], name: /^(?!.*--)[a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?$/i, before: [''], keepsCase: true },
  x: { hosts: ['x.com', 'twitter.com', 'mobile.twitter.com'], name: /^[a-z0-9_]{1,15}$/i, before: [''], keepsCase: true },
}

/** First parts of paths that look like a name and lead to posts, videos and the like. */
const pages = new Set([
  'p',
  'reel',
  'reels',
  'stories',
  'explore',
  'tv',
  'watch',
  'channel',
  'playlist',
  'shorts',
  'live',
  'i',
  'home',
  'search',
  'orgs',
])

/**
 * Reads a handle on one network. Where the network says on which server it is, the name alone is enough: `sanne`, `@sanne`.
 *
 * @param network undefined for any, as parseHandle() reads it.
 * @param text what somebody typed, cleaned.
 * @returns the handle as it is kept: `@name@server`, also on a network with one server (`@sanne@instagram.com`), and a domain for Bluesky
 * and for a website. An address of a profile on this network is not taken for a handle, but handed back as a suggestion; one of another
 * network is unclear.
 */
export function readHandleOn(network: HandleNetwork | undefined, text: string): HandleReading {
  const typed = text.trim()
  if (typed === '') return { kind: 'none' }
  if (typed.length > longestHandle) return { kind: 'unclear' }
  if (network === undefined) return parseHandle(typed)
  if (network === 'fediverse') return only(parseHandle(typed), isAccount)
  if (network === 'bluesky') return onBluesky(typed)
  if (network === 'website') return ofWebsite(typed)
  return onNamed(networks[network], typed)
}

/** A kept handle in the parts that people tell apart. */
export interface HandleParts {
  /** `@sanne`; the whole domain where that is the handle. */
  readonly name: string
  /** On which server; null for a domain. */
  readonly server: string | null
  /** Whose server that is, if everybody on the network is on it: people name the network then, and not the server. */
  readonly network: NamedNetwork | null
}

/**
 * @param handle as parseHandle() or readHandleOn() keeps it.
 * @returns its parts; never throws, what has none is all name.
 */
export function handleParts(handle: string): HandleParts {
  const [, name = handle, server = null] = /^(@[^@]+)@([^@]+)$/.exec(handle) ?? []
  const network = (Object.keys(networks) as NamedNetwork[]).find((one) => networks[one].hosts[0] === server) ?? null
  return { name, server, network }
}

/**
 * A kept handle as people of that network write it: `@sanne` where every account is on one server, the whole of it elsewhere.
 */
export function shownHandle(network: HandleNetwork | undefined, handle: string): string {
  const parts = handleParts(handle)
  return parts.network !== null && parts.network === network ? parts.name : handle
}

function onNamed(rules: Rules, typed: string): HandleReading {
  const [, at = '', local = '', server] = /^(@?)([^@\s/]+)(?:@([^@\s/]+))?$/.exec(typed) ?? []
  if (local === '') {
    const suggestion = nameInAddress(rules, typed)
    return suggestion === undefined ? { kind: 'unclear' } : { kind: 'address', suggestion }
  }
  const handle = keptOn(rules, local)
  // A host is a name on some networks; people who type one mean the page.
  if (handle === undefined || isHost(server ?? local, rules.hosts) !== (server !== undefined)) return { kind: 'unclear' }
  return server !== undefined && at === '' ? { kind: 'address', suggestion: handle } : { kind: 'handle', handle }
}

function keptOn({ hosts, name, keepsCase }: Rules, typed: string): string | undefined {
  const local = keepsCase ? typed : composed(typed.toLowerCase())
  return name.test(local) ? `@${local}@${hosts[0]}` : undefined
}

function isHost(text: string, hosts: readonly string[]): boolean {
  const host = text.toLowerCase().replace(/^www\./, '')
  return hosts.includes(host)
}

function nameInAddress(rules: Rules, typed: string): string | undefined {
  const address = addressOf(typed)
  if (address === undefined || !isHost(address.hostname, rules.hosts)) return undefined
  const [first = '', second = ''] = pathOf(address)
  if (first !== '' && rules.before.includes(first)) return keptOn(rules, second.replace(/^@/, ''))
  return rules.before.includes('') && !pages.has(first) ? keptOn(rules, first.replace(/^@/, '')) : undefined
}

function onBluesky(typed: string): HandleReading {
  const name = typed.replace(/^@/, '')
  if (/^[a-z0-9](?:[a-z0-9-]{1,16}[a-z0-9])$/i.test(name)) return { kind: 'address', suggestion: `${name.toLowerCase()}.bsky.social` }
  return only(parseHandle(typed), (handle) => !isAccount(handle))
}

function ofWebsite(typed: string): HandleReading {
  const domain = domainOf(typed)
  if (domain !== undefined) return { kind: 'handle', handle: domain }
  const host = typed.includes('@') ? undefined : addressOf(typed)?.hostname
  const suggestion = host === undefined ? undefined : domainOf(host)
  return suggestion === undefined ? { kind: 'unclear' } : { kind: 'address', suggestion }
}

function only(reading: HandleReading, fits: (handle: string) => boolean): HandleReading {
  if (reading.kind === 'handle' && !fits(reading.handle)) return { kind: 'unclear' }
  return reading.kind === 'address' && !fits(reading.suggestion) ? { kind: 'unclear' } : reading
}

function isAccount(handle: string): boolean {
  return handle.startsWith('@')
}
