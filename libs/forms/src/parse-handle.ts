import { domainOf } from './domain-of.js'
import { addressOf, pathOf } from './profile-address.js'

/** What somebody typed as a social account, understood. */
export type HandleReading =
  | { readonly kind: 'none' }
  /** `@name@server`, or a domain such as `name.bsky.social`. */
  | { readonly kind: 'handle'; readonly handle: string }
  /** Nearly: an address of a profile, or a handle without its first @; what it probably means. */
  | { readonly kind: 'address'; readonly suggestion: string }
  /** A name without its network. */
  | { readonly kind: 'unclear' }

const account = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,98}[\p{L}\p{N}_])?$/u

/** No handle is as long; what is, is not worth reading. */
export const longestHandle = 400

/**
 * Reads a handle. Federated accounts are written `@name@server` (WebFinger, RFC 7033, with the @ in front), accounts of the AT Protocol are
 * domain names. An address of a profile is not taken for a handle: what it seems to mean is handed back, for the person to agree to.
 *
 * @param text what somebody typed, cleaned.
 * @returns the handle as it is kept, with the server in lower case ASCII; never throws.
 */
export function parseHandle(text: string): HandleReading {
  const typed = text.trim()
  if (typed === '') return { kind: 'none' }
  if (typed.length > longestHandle) return { kind: 'unclear' }
  if (/^https?:\/\//i.test(typed) || /^[^@\s/]+\.[^@\s/]+\/./.test(typed)) return fromAddress(typed)
  const [, at = '', name = '', server = ''] = /^(@?)([^@\s]+)@([^@\s]+)$/.exec(typed) ?? []
  if (name !== '') return fromAccount(name, server, at === '@')
  const domain = domainOf(typed.replace(/^@/, ''))
  return domain === undefined ? { kind: 'unclear' } : { kind: 'handle', handle: domain }
}

function fromAccount(name: string, server: string, complete: boolean): HandleReading {
  const domain = domainOf(server)
  if (!account.test(name) || domain === undefined) return { kind: 'unclear' }
  const handle = `@${name}@${domain}`
  return complete ? { kind: 'handle', handle } : { kind: 'address', suggestion: handle }
}

function fromAddress(typed: string): HandleReading {
  const address = addressOf(typed)
  if (address === undefined) return { kind: 'unclear' }
  const server = domainOf(address.hostname.replace(/^www\./, ''))
  const [first = '', second = ''] = pathOf(address)
  if (server === undefined) return { kind: 'unclear' }
  const profile = first === 'profile' ? domainOf(second) : undefined
  if (profile !== undefined) return { kind: 'address', suggestion: profile }
  const name = ['users', 'user', 'in', 'c'].includes(first) ? second : first
  const [local = '', home] = name.replace(/^@/, '').split('@')
  const domain = home === undefined ? server : domainOf(home)
  return account.test(local) && domain !== undefined ? { kind: 'address', suggestion: `@${local}@${domain}` } : { kind: 'unclear' }
}
