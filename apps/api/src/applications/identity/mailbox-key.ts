/** What a provider does with an address before it looks for the mailbox; the name under which its domains are one, if they are. */
interface Provider {
  readonly ignoresDots: boolean
  readonly domain?: string
}

const tagsOnly: Provider = { ignoresDots: false }
const google: Provider = { ignoresDots: true, domain: 'gmail.com' }

const tagging = [
  // Microsoft
  ...'outlook.com hotmail.com live.com msn.com hotmail.nl live.nl hotmail.be live.be outlook.be hotmail.de live.de outlook.de'.split(' '),
  ...'hotmail.fr live.fr outlook.fr hotmail.co.uk live.co.uk hotmail.it live.it outlook.it hotmail.es outlook.es'.split(' '),
  ...'icloud.com me.com mac.com fastmail.com fastmail.fm proton.me protonmail.com protonmail.ch pm.me hey.com'.split(' '),
]

/** Providers whose own manuals say so. At every other one two addresses that look alike may be those of two people. */
const providers: ReadonlyMap<string, Provider> = new Map([
  ...tagging.map((domain) => [domain, tagsOnly] as const),
  ['gmail.com', google],
  ['googlemail.com', google],
])

/**
 * The mailbox behind a canonical address, for comparing and never for sending: without what its provider is known to ignore. At a provider that
 * is not known nothing is folded, since a stranger could lock out whom she only resembles.
 */
export function mailboxKey(canonical: string): string {
  const [local, domain] = parts(canonical)
  const provider = providers.get(domain)
  if (provider === undefined) return canonical
  const untagged = withoutTag(local)
  const mailbox = provider.ignoresDots ? untagged.replaceAll('.', '') : untagged
  return `${mailbox || local}@${provider.domain ?? domain}`
}

/**
 * What a mailbox resembles: the same without tags, dots and digits, whatever the provider. Two people may share it, so that it may raise a
 * suspicion that a person looks into, and decide nothing.
 */
export function lookalikeKey(canonical: string): string {
  const [local, domain] = parts(mailboxKey(canonical))
  const untagged = withoutTag(local)
  return `${untagged.replace(/[.\d_-]/g, '') || untagged}@${domain}`
}

function parts(address: string): [local: string, domain: string] {
  const at = address.lastIndexOf('@')
  return [address.slice(0, Math.max(at, 0)), address.slice(at + 1)]
}

/** A tag stands behind something: an address that begins with a plus has none. */
function withoutTag(local: string): string {
  const plus = local.indexOf('+')
  return plus < 1 ? local : local.slice(0, plus)
}
