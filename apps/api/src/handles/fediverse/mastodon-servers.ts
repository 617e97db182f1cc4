import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { TweetupConfig } from '../../config/index.js'
import { Clock } from '../../database/index.js'
import { GuardedFetch } from '../../fetch/index.js'
import { fetchJson, textOf } from '../fetch-json.js'
import { HandleProblem } from '../handle-problem.js'
import { Seal } from '../seal.js'

/** What we are to one server of the fediverse. */
export interface MastodonServer {
  readonly origin: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  /** The smallest scope with which an account can be read there. */
  readonly scope: 'profile' | 'read:accounts'
  readonly endpoints: { readonly authorize: string; readonly token: string; readonly revoke: string }
  /** Whether it says in its answers who it is (RFC 9207). */
  readonly saysIssuer: boolean
}

/** Where else people follow the brand is read with it; nothing else is ever asked for. */
export const followScope = 'read:follows'

/** A registration is made anew after this, so that what a server has forgotten or learned does not stay with us. */
const keptMs = 30 * 86_400_000

/** Registers Tweetup at the servers that people name, once each, and keeps what they answer. */
@Injectable()
export class MastodonServers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: TweetupConfig,
    private readonly fetcher: GuardedFetch,
    private readonly seal: Seal,
  ) {}

  async at(origin: string): Promise<MastodonServer> {
    const now = await this.clock.now()
    const [row] = await this.dataSource.query<{ sealed: Buffer }[]>(
      'select sealed from handle_servers where origin = $1 and registered_at > $2',
      [origin, new Date(now.getTime() - keptMs)],
    )
    const known = row && (this.seal.open(row.sealed, origin) as MastodonServer)
    return known?.redirectUri === this.#redirectUri(origin) ? known : this.#register(origin, now)
  }

  /** The last part of the address that people come back to: each server has its own, so that none can pass on what another said. */
  place(origin: string): string {
    return createHash('sha256').update(origin).digest('hex').slice(0, 16)
  }

  async forget(origin: string): Promise<void> {
    await this.dataSource.query('delete from handle_servers where origin = $1', [origin])
  }

  #redirectUri(origin: string): string {
    return this.config.url(`/proof/${this.place(origin)}`)
  }

  async #register(origin: string, now: Date): Promise<MastodonServer> {
    const { scope, endpoints, saysIssuer } = await this.#describe(origin)
    const redirectUri = this.#redirectUri(origin)
    const body = JSON.stringify({
      client_name: 'Tweetup',
      redirect_uris: redirectUri,
      scopes: `${scope} ${followScope}`,
      website: this.config.publicUrl,
    })
    const headers = { 'content-type': 'application/json' }
    const client = await fetchJson(this.fetcher, `${origin}/api/v1/apps`, { method: 'POST', headers, body })
    const [clientId, clientSecret] = [textOf(client?.client_id), textOf(client?.client_secret)]
    if (clientId === undefined || clientSecret === undefined) throw new HandleProblem('serverUnknown', { server: new URL(origin).host })
    const server: MastodonServer = { origin, clientId, clientSecret, redirectUri, scope, endpoints, saysIssuer }
    await this.dataSource.query(
      `insert into handle_servers (origin, sealed, registered_at) values ($1, $2, $3)
       on conflict (origin) do update set sealed = excluded.sealed, registered_at = excluded.registered_at`,
      [origin, this.seal.close(server, origin), now],
    )
    return server
  }

  /** From the server's own description (RFC 8414), which older ones lack. What it says counts for itself only: never another server's address. */
  async #describe(origin: string): Promise<Pick<MastodonServer, 'scope' | 'endpoints' | 'saysIssuer'>> {
    const described = await fetchJson(this.fetcher, `${origin}/.well-known/oauth-authorization-server`)
    const own = described !== undefined && sameOrigin(textOf(described.issuer), origin) ? described : {}
    const endpoint = (name: string, usual: string): string => {
      const address = textOf(own[name])
      return address !== undefined && sameOrigin(address, origin) ? address : `${origin}${usual}`
    }
    const scopes: readonly unknown[] = Array.isArray(own.scopes_supported) ? own.scopes_supported : []
    return {
      scope: scopes.includes('profile') ? 'profile' : 'read:accounts',
      endpoints: {
        authorize: endpoint('authorization_endpoint', '/oauth/authorize'),
        token: endpoint('token_endpoint', '/oauth/token'),
        revoke: endpoint('revocation_endpoint', '/oauth/revoke'),
      },
      saysIssuer: own.authorization_response_iss_parameter_supported === true,
    }
  }
}

export function sameOrigin(address: string | undefined, origin: string): boolean {
  return address !== undefined && URL.canParse(address) && new URL(address).origin === origin
}
