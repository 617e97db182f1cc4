import { createHash, randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { parseHandle } from '#forms'
import { GuardedFetch } from '../../fetch/index.js'
import { fetchJson, recordOf, textOf } from '../fetch-json.js'
import { accountOf, followsBrand, type MastodonAccount } from '../fediverse/mastodon-account.js'
import { followScope, type MastodonServer, MastodonServers } from '../fediverse/mastodon-servers.js'
import { homeOf } from '../fediverse/webfinger.js'
import type { Account, Beginning, HandleConnector, ProofSubject, ProvenAccount, SignInAnswer } from '../handle-connector.js'
import { HandleProblem } from '../handle-problem.js'

/** Mastodon and everything that speaks its API: she signs in at her own server, which tells us who she is. */
@Injectable()
export class FediverseConnector implements HandleConnector {
  readonly network = 'fediverse'

  constructor(
    private readonly fetcher: GuardedFetch,
    private readonly servers: MastodonServers,
  ) {}

  read(typed: string): Account | null {
    const reading = parseHandle(typed)
    const handle = reading.kind === 'handle' ? reading.handle : reading.kind === 'address' ? reading.suggestion : ''
    return handle.startsWith('@') ? { handle, key: handle.toLowerCase(), profileUrl: null } : null
  }

  async begin(account: Account, subject: ProofSubject): Promise<Beginning> {
    const { name, domain } = partsOf(account.handle)
    const origin = await homeOf(this.fetcher, name, domain)
    if (origin === null) throw new HandleProblem('accountUnknown', { handle: account.handle })
    const server = await this.servers.at(origin)
    const [state, verifier] = [randomBytes(32).toString('base64url'), randomBytes(48).toString('base64url')]
    const url = new URL(server.endpoints.authorize)
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: server.clientId,
      redirect_uri: server.redirectUri,
      scope: scopeFor(server, subject),
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }).toString()
    return { kind: 'sign-in', url: url.href, state, secret: { origin, domain, verifier } }
  }

  async finish(answer: SignInAnswer, secret: unknown, subject: ProofSubject): Promise<ProvenAccount> {
    const { origin, domain, verifier } = kept(secret)
    const server = await this.servers.at(origin)
    // What another server has sent her back with is not handed to this one, and the other way round.
    const silent = answer.issuer === null && !server.saysIssuer
    const right = silent || (answer.issuer !== null && URL.canParse(answer.issuer) && new URL(answer.issuer).origin === origin)
    if (!right || answer.place !== this.servers.place(origin)) throw new HandleProblem('mixedUp')
    const token = await this.#token(server, answer.code, verifier)
    try {
      const found = await accountOf(this.fetcher, origin, token)
      if (found === null) throw new HandleProblem('declined')
      const account = await this.#own(origin, domain, found)
      const follows = await followsBrand(this.fetcher, origin, token, subject)
      return { ...account, createdAt: found.createdAt, followsBrand: follows, followers: subject.wantsFollowers ? found.followers : null }
    } finally {
      await this.#throwAway(server, token)
    }
  }

  async #token(server: MastodonServer, code: string, verifier: string): Promise<string> {
    const { clientId, clientSecret, redirectUri, endpoints } = server
    const answer = await fetchJson(this.fetcher, endpoints.token, {
      ...form({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        client_id: clientId,
        client_secret: clientSecret,
        code_verifier: verifier,
      }),
    })
    const token = textOf(answer?.access_token)
    if (token === undefined || !/^[\x21-\x7e]{1,4000}$/.test(token)) {
      // Perhaps the server has forgotten us: the next try registers anew.
      await this.servers.forget(server.origin)
      throw new HandleProblem('declined')
    }
    return token
  }

  /** The account under its full name, which the domain in it must say lives on this server: a server's word alone counts for nothing. */
  async #own(origin: string, domain: string, { acct, profileUrl }: MastodonAccount): Promise<Account> {
    const [name = '', claimed = domain] = acct.split('@')
    const account = this.read(`@${name}@${claimed}`)
    if (account === null) throw new HandleProblem('notTheirs', { handle: acct.slice(0, 100) })
    const parts = partsOf(account.handle)
    if ((await homeOf(this.fetcher, parts.name, parts.domain)) !== origin) throw new HandleProblem('notTheirs', { handle: account.handle })
    return { ...account, profileUrl }
  }

  /** It has told what was asked. A server that does not take it back forgets it in its own time; we have it no more. */
  async #throwAway({ clientId, clientSecret, endpoints }: MastodonServer, token: string): Promise<void> {
    const request = form({ token, client_id: clientId, client_secret: clientSecret })
    await this.fetcher.fetch(endpoints.revoke, { ...request, accept: ['application/json'], milliseconds: 3000 }).catch(() => undefined)
  }
}

function form(fields: Readonly<Record<string, string>>) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return { method: 'POST', headers, body: new URLSearchParams(fields).toString() } as const
}

function scopeFor({ scope }: MastodonServer, { brand }: ProofSubject): string {
  return brand === null ? scope : `${scope} ${followScope}`
}

function partsOf(handle: string): { readonly name: string; readonly domain: string } {
  const [, name = '', domain = ''] = handle.split('@')
  return { name, domain }
}

function kept(secret: unknown): { readonly origin: string; readonly domain: string; readonly verifier: string } {
  const { origin, domain, verifier } = recordOf(secret) ?? {}
  if (typeof origin !== 'string' || typeof domain !== 'string' || typeof verifier !== 'string') throw new HandleProblem('expired')
  return { origin, domain, verifier }
}
