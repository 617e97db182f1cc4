import { Resolver } from 'node:dns/promises'
import { FetchFailed, type GuardedFetch } from '../../fetch/index.js'
import { fetchJson, textOf } from '../fetch-json.js'

export type AtprotoDid = `did:plc:${string}` | `did:web:${string}`

export function isAtprotoDid(text: string): text is AtprotoDid {
  return /^did:plc:[a-z2-7]{24}$/.test(text) || /^did:web:[a-z0-9.-]{1,253}$/.test(text)
}

/** Answers the TXT records of a name. */
export type LookUpTexts = (name: string) => Promise<readonly (readonly string[])[]>

const lookUpTexts: LookUpTexts = (name) => new Resolver({ timeout: 2000, tries: 2 }).resolveTxt(name)

/** The DID that a handle leads to, by its DNS record or its well-known file (AT Protocol, handle resolution); null when by neither. */
export async function didOf(fetcher: GuardedFetch, handle: string, texts: LookUpTexts = lookUpTexts): Promise<AtprotoDid | null> {
  return (await byName(handle, texts)) ?? (await byFile(fetcher, handle))
}

async function byName(handle: string, texts: LookUpTexts): Promise<AtprotoDid | null> {
  const records = await texts(`_atproto.${handle}`).catch(() => [])
  const dids = records.map((parts) => parts.join('')).filter((text) => text.startsWith('did='))
  // Several are no answer: nobody could say which of them counts.
  const [did = '', ...more] = dids.map((text) => text.slice('did='.length))
  return more.length === 0 && isAtprotoDid(did) ? did : null
}

async function byFile(fetcher: GuardedFetch, handle: string): Promise<AtprotoDid | null> {
  try {
    const answer = await fetcher.fetch(`https://${handle}/.well-known/atproto-did`, {
      accept: ['text/plain'],
      largest: 2048,
      milliseconds: 4000,
    })
    const did = answer.status === 200 ? answer.body.toString('utf8').trim() : ''
    return isAtprotoDid(did) ? did : null
  } catch (error) {
    if (error instanceof FetchFailed) return null
    throw error
  }
}

/** The handle that a DID's own document names first, or null. */
export async function handleNamedBy(fetcher: GuardedFetch, did: AtprotoDid): Promise<string | null> {
  const url = did.startsWith('did:plc:') ? `https://plc.directory/${did}` : `https://${did.slice('did:web:'.length)}/.well-known/did.json`
  const document = await fetchJson(fetcher, url, { accept: ['application/json', 'application/did+ld+json', 'application/did+json'] })
  if (textOf(document?.id) !== did) return null
  const names: readonly unknown[] = Array.isArray(document?.alsoKnownAs) ? document.alsoKnownAs : []
  const first = names.map((name) => textOf(name) ?? '').find((name) => name.startsWith('at://'))
  return first === undefined ? null : first.slice('at://'.length).toLowerCase()
}
