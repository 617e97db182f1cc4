/** What somebody typed as a social account, understood. */
export type HandleReading =
  | { readonly kind: 'none' }
  /** `@name@server`, or a domain such as `name.bsky.social`. */
  | { readonly kind: 'handle'; readonly handle: string }
  /** Nearly: an address of a profile, or a handle without its first @; what it probably means. */
  | { readonly kind: 'address'; readonly suggestion: string }
  /** A name without its network. */
  | { readonly kind: 'unclear' }

const account = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,62}[\p{L}\p{N}_])?$/u

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
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(address)) return { kind: 'unclear' }
  const { hostname, pathname } = new URL(address)
  const server = domainOf(hostname.replace(/^www\./, ''))
  const [first = '', second = ''] = pathname.split('/').filter(Boolean).map(decoded)
  if (server === undefined) return { kind: 'unclear' }
  if (first === 'profile' && domainOf(second) !== undefined) return { kind: 'address', suggestion: second.toLowerCase() }
  const name = ['users', 'user', 'in', 'c'].includes(first) ? second : first
  const [local = '', home] = name.replace(/^@/, '').split('@')
  const domain = home === undefined ? server : domainOf(home)
  return account.test(local) && domain !== undefined ? { kind: 'address', suggestion: `@${local}@${domain}` } : { kind: 'unclear' }
}

/** A domain name of at least two labels in lower case ASCII (RFC 5891), or undefined. */
function domainOf(text: string): string | undefined {
  if (text.length > 253 || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(text) || !URL.canParse(`https://${text}`)) return undefined
  const { hostname } = new URL(`https://${text}`)
  return /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(hostname) ? hostname : undefined
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
