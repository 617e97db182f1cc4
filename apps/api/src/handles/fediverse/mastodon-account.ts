import type { GuardedFetch } from '../../fetch/index.js'
import { ask, countOf, fetchJson, instantOf, recordOf, textOf } from '../fetch-json.js'
import type { ProofSubject } from '../handle-connector.js'
import { sameOrigin } from './mastodon-servers.js'

/** What a server says of whoever signed in there. */
export interface MastodonAccount {
  /** `name`, or `name@domain` where the server says so; to be checked with that domain. */
  readonly acct: string
  readonly profileUrl: string | null
  readonly createdAt: Date | null
  readonly followers: number | null
}

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` }, redirects: 0 })

export async function accountOf(fetcher: GuardedFetch, origin: string, token: string): Promise<MastodonAccount | null> {
  const account = await fetchJson(fetcher, `${origin}/api/v1/accounts/verify_credentials`, bearer(token))
  const acct = textOf(account?.acct) ?? textOf(account?.username)
  if (account === undefined || acct === undefined) return null
  const url = textOf(account.url)
  return {
    acct,
    profileUrl: url !== undefined && url.length <= 500 && sameOrigin(url, origin) ? url : null,
    createdAt: instantOf(account.created_at),
    followers: countOf(account.followers_count),
  }
}

/** Whether the account follows the brand; null where the server does not say. A server that knows no account of the brand has no follower of it. */
export async function followsBrand(
  fetcher: GuardedFetch,
  origin: string,
  token: string,
  { brand }: Pick<ProofSubject, 'brand'>,
): Promise<boolean | null> {
  if (brand === null) return null
  const [, name = '', domain = ''] = brand.split('@')
  const acct = `https://${domain}` === origin ? name : `${name}@${domain}`
  const found = await ask(fetcher, `${origin}/api/v1/accounts/lookup?acct=${encodeURIComponent(acct)}`)
  if (found.status === 404) return false
  const id = textOf(recordOf(found.value)?.id)
  if (id === undefined) return null
  const { value } = await ask(fetcher, `${origin}/api/v1/accounts/relationships?id[]=${encodeURIComponent(id)}`, bearer(token))
  const relations = Array.isArray(value) ? value.map(recordOf) : []
  const following = relations.find((relation) => relation?.id === id)?.following
  return typeof following === 'boolean' ? following : null
}
