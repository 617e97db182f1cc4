import type { IncomingMessage, ServerResponse } from 'node:http'
import { generateKeyPairSync } from 'node:crypto'
import Provider, { type AdapterPayload } from 'oidc-provider'
import { serve } from './serve.js'

/** An account of a server of the fediverse. */
export interface PeerAccount {
  readonly id: string
  readonly username: string
  readonly createdAt: string
  readonly followers: number
  readonly follows: readonly string[]
}

/**
 * A server that speaks Mastodon's API. Its OAuth is a real authorization server (oidc-provider: clients, PKCE, codes that serve once,
 * revocation). The rest stands in for Mastodon, written by hand after its documentation: its description, `/api/v1/apps`, which hands on
 * to the real registration, WebFinger, the account and its follows. Its pages are one button.
 */
export interface FediversePeer {
  readonly host: string
  readonly origin: string
  readonly port: number
  readonly accounts: PeerAccount[]
  /** Who is signed in at the browser; null presses no. */
  signedInAs: string | null
  /** What it says of whoever signed in, in place of the truth. */
  lie: Readonly<Record<string, unknown>>
  /** Whom its WebFinger answers for, beside its accounts: `acct:` to the actor's address. */
  readonly alsoKnows: Map<string, string>
  readonly registrations: Record<string, unknown>[]
  /** Scopes that were asked for, one per sign-in. */
  readonly scopes: string[]
  /** How many tokens work now. */
  liveTokens(): Promise<number>
  close(): Promise<void>
}

interface Choices {
  readonly host: string
  /** Mastodon before 4.3 describes neither its endpoints nor the scope `profile`. */
  readonly old?: boolean
}

export async function startFediversePeer({ host, old = false }: Choices): Promise<FediversePeer> {
  const origin = `https://${host}`
  const provider = providerAt(origin, old)
  const answer = provider.callback()
  const tokens: string[] = []
  provider.on('access_token.saved', ({ jti }: { jti: string }) => tokens.push(jti))

  const peer: FediversePeer = {
    host,
    origin,
    port: 0,
    accounts: [],
    signedInAs: null,
    lie: {},
    alsoKnows: new Map(),
    registrations: [],
    scopes: [],
    async liveTokens() {
      const found = await Promise.all(tokens.map((jti) => provider.AccessToken.adapter.find(jti)))
      return found.filter(Boolean).length
    },
    close: () => server.close(),
  }
  const server = await serve((request, response) => {
    const url = new URL(request.url ?? '/', origin)
    const route = url.pathname.startsWith('/interaction/') ? signInOrRefuse : routes[`${request.method} ${url.pathname}`]
    const done = route ? route({ peer, provider, url, request, response, old }) : Promise.resolve(answer(request, response))
    done.catch(() => response.destroy())
  })
  return Object.assign(peer, { port: server.port })
}

function providerAt(origin: string, old: boolean): Provider {
  const provider = new Provider(origin, {
    scopes: [...(old ? [] : ['profile']), 'read:accounts', 'read:follows'],
    features: {
      registration: { enabled: true },
      revocation: { enabled: true, allowedPolicy: async () => true },
      devInteractions: { enabled: false },
    },
    routes: { authorization: '/oauth/authorize', token: '/oauth/token', revocation: '/oauth/revoke', registration: '/register' },
    clientDefaults: { token_endpoint_auth_method: 'client_secret_post', response_types: ['code'], grant_types: ['authorization_code'] },
    // Mastodon takes it or leaves it; so would nobody see that it is gone.
    pkce: { required: () => true },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
    cookies: { keys: ['of a test'] },
    adapter: MemoryAdapter,
    jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, Interaction: 600, Session: 600 },
  })
  provider.proxy = true
  return provider
}

interface Asked {
  readonly peer: FediversePeer
  readonly provider: Provider
  readonly url: URL
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly old: boolean
}

const routes: Readonly<Record<string, (asked: Asked) => Promise<void>>> = {
  'GET /.well-known/webfinger': async ({ peer, url, response }) => {
    const acct = url.searchParams.get('resource') ?? ''
    const own = peer.accounts.find(({ username }) => acct.toLowerCase() === `acct:${username}@${peer.host}`)
    const href = peer.alsoKnows.get(acct) ?? (own && `${peer.origin}/users/${own.username}`)
    if (href === undefined) return send(response, 404, {})
    const links = [{ rel: 'self', type: 'application/activity+json', href }]
    send(response, 200, { subject: acct, links }, 'application/jrd+json')
  },
  'GET /.well-known/oauth-authorization-server': async ({ peer: { origin }, response, old }) => {
    if (old) return send(response, 404, {})
    send(response, 200, {
      issuer: `${origin}/`,
      authorization_endpoint: `${origin}/oauth/authorize`,
      token_endpoint: `${origin}/oauth/token`,
      revocation_endpoint: `${origin}/oauth/revoke`,
      scopes_supported: ['profile', 'read:accounts', 'read:follows'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    })
  },
  'POST /api/v1/apps': async ({ peer, response, request }) => {
    const wanted = JSON.parse(await bodyOf(request)) as Record<string, string>
    peer.registrations.push(wanted)
    const registered = await fetch(`http://127.0.0.1:${peer.port}/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https', 'x-forwarded-host': peer.host },
      body: JSON.stringify({ redirect_uris: [wanted.redirect_uris], client_name: wanted.client_name, scope: wanted.scopes }),
    })
    const { client_id, client_secret } = (await registered.json()) as Record<string, string>
    send(response, 200, { id: '1', name: wanted.client_name, client_id, client_secret, redirect_uri: wanted.redirect_uris })
  },
  'GET /api/v1/accounts/verify_credentials': async (asked) => {
    const { peer, response } = asked
    const account = await accountOf(asked, 'profile', 'read:accounts')
    if (!account) return send(response, 401, { error: 'The access token is invalid' })
    send(response, 200, {
      id: account.id,
      username: account.username,
      acct: account.username,
      display_name: '<script>alert(1)</script> ✓',
      url: `${peer.origin}/@${account.username}`,
      created_at: account.createdAt,
      followers_count: account.followers,
      ...peer.lie,
    })
  },
  'GET /api/v1/accounts/lookup': async ({ peer, url, response }) => {
    const acct = url.searchParams.get('acct') ?? ''
    const known = peer.accounts.some(({ follows }) => follows.includes(acct))
    if (known) send(response, 200, { id: `id-of-${acct}`, acct })
    else send(response, 404, { error: 'Record not found' })
  },
  'GET /api/v1/accounts/relationships': async (asked) => {
    const account = await accountOf(asked, 'read:follows')
    const id = asked.url.searchParams.get('id[]') ?? ''
    if (!account) return send(asked.response, 403, { error: 'This action is outside the authorized scopes' })
    send(asked.response, 200, [{ id, following: account.follows.includes(id.replace('id-of-', '')) }])
  },
}

/** What the person at the browser does on the server's own pages: she signs in and agrees, or presses no. */
async function signInOrRefuse({ peer, provider, request, response }: Asked): Promise<void> {
  const { params, grantId } = await provider.interactionDetails(request, response)
  const accountId = peer.signedInAs
  if (accountId === null) return provider.interactionFinished(request, response, { error: 'access_denied' })
  peer.scopes.push(String(params.scope))
  const grant = (grantId && (await provider.Grant.find(grantId))) || new provider.Grant({ accountId, clientId: String(params.client_id) })
  grant.addOIDCScope(String(params.scope))
  await provider.interactionFinished(request, response, { login: { accountId }, consent: { grantId: await grant.save() } })
}

/** The account whose token this is, if it has one of the scopes. */
async function accountOf({ peer, provider, request }: Asked, ...scopes: readonly string[]): Promise<PeerAccount | undefined> {
  const token = await provider.AccessToken.find((request.headers.authorization ?? '').replace('Bearer ', ''))
  const granted = (token?.scope ?? '').split(' ')
  return scopes.some((scope) => granted.includes(scope)) ? peer.accounts.find(({ id }) => id === token?.accountId) : undefined
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, status: number, body: unknown, type = 'application/json; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))
}

/** What the authorization server keeps, while the test runs. */
class MemoryAdapter {
  static readonly #kept = new Map<string, AdapterPayload>()

  constructor(readonly model: string) {}

  async upsert(id: string, payload: AdapterPayload): Promise<void> {
    MemoryAdapter.#kept.set(`${this.model}:${id}`, payload)
    if (payload.uid !== undefined) MemoryAdapter.#kept.set(`uid:${payload.uid}`, payload)
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return MemoryAdapter.#kept.get(`${this.model}:${id}`)
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return MemoryAdapter.#kept.get(`uid:${uid}`)
  }

  async findByUserCode(): Promise<undefined> {}

  async consume(id: string): Promise<void> {
    const payload = await this.find(id)
    if (payload) payload.consumed = Math.floor(Date.now() / 1000)
  }

  async destroy(id: string): Promise<void> {
    MemoryAdapter.#kept.delete(`${this.model}:${id}`)
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, payload] of MemoryAdapter.#kept) if (payload.grantId === grantId) MemoryAdapter.#kept.delete(key)
  }
}
