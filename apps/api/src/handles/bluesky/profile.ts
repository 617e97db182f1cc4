import type { GuardedFetch } from '../../fetch/index.js'
import { countOf, fetchJson, instantOf, recordOf, textOf } from '../fetch-json.js'
import type { ProofSubject } from '../handle-connector.js'
import type { AtprotoDid } from './did.js'

/** What everybody may read, without signing in. */
const appView = 'https://public.api.bsky.app/xrpc'

export interface BlueskyProfile {
  readonly description: string
  readonly createdAt: Date | null
  readonly followers: number | null
}

/** The public profile of an account, or null. */
export async function profileOf(fetcher: GuardedFetch, did: AtprotoDid): Promise<BlueskyProfile | null> {
  const profile = await fetchJson(fetcher, `${appView}/app.bsky.actor.getProfile?actor=${encodeURIComponent(did)}`)
  if (textOf(profile?.did) !== did) return null
  return {
    description: textOf(profile?.description) ?? '',
    createdAt: instantOf(profile?.createdAt),
    followers: countOf(profile?.followersCount),
  }
}

/** Whether the account follows the brand; null where nobody says. */
export async function followsOnBluesky(
  fetcher: GuardedFetch,
  did: AtprotoDid,
  { brand }: Pick<ProofSubject, 'brand'>,
): Promise<boolean | null> {
  if (brand === null) return null
  const query = new URLSearchParams({ actor: did, others: brand })
  const answer = await fetchJson(fetcher, `${appView}/app.bsky.graph.getRelationships?${query.toString()}`)
  const [relation] = Array.isArray(answer?.relationships) ? answer.relationships.map(recordOf) : []
  return relation === undefined || relation.notFound === true ? null : typeof relation.following === 'string'
}
