import type { GuardedFetch } from '../../fetch/index.js'
import { fetchJson, recordOf, textOf } from '../fetch-json.js'

const types = ['application/jrd+json', 'application/json'] as const
const actorTypes = ['application/activity+json', 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"']

/**
 * The server that an account lives on, by the word of the domain in its name (WebFinger, RFC 7033); null when that domain knows no such
 * account. Only the domain itself can say so, whatever a server claims to be the home of.
 */
export async function homeOf(fetcher: GuardedFetch, name: string, domain: string): Promise<string | null> {
  const resource = encodeURIComponent(`acct:${name}@${domain}`)
  const document = await fetchJson(fetcher, `https://${domain}/.well-known/webfinger?resource=${resource}`, { accept: types })
  const links = Array.isArray(document?.links) ? document.links : []
  const actor = links
    .map(recordOf)
    .filter((link) => link?.rel === 'self' && actorTypes.includes(textOf(link.type) ?? ''))
    .map((link) => textOf(link?.href) ?? '')
    .find((href) => URL.canParse(href) && new URL(href).protocol === 'https:')
  return actor === undefined ? null : new URL(actor).origin
}
