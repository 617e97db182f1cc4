import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { serve } from './serve.js'

/** An account of the AT Protocol, and what the network says of it. */
export interface AtprotoAccount {
  readonly did: string
  /** What its document calls it. */
  named: string
  /** Which handles lead to it. */
  readonly handles: string[]
  description: string
  readonly createdAt: string
  readonly followers: number
  readonly follows: readonly string[]
}

/**
 * The servers around Bluesky with recorded answers: descriptions, pushed requests, tokens and profiles have the form of those of a PDS
 * 0.4.217, of plc.directory and of the public AppView. It checks what a PDS checks: PKCE, the proof of possession, the client's description.
 */
export interface AtprotoPeer {
  readonly port: number
  readonly accounts: AtprotoAccount[]
  /** Whoever signs in at the authorization server. */
  signedInAs: string
  /** The description of the client, fetched as a server does. */
  clientMetadata: unknown
  readonly scopes: string[]
  /** Tokens that were given and not taken back. */
  readonly liveTokens: Set<string>
  close(): Promise<void>
}

/** The names that are answered here; each handle of an account is one more. */
export const atprotoHosts = ['pds.example.org', 'plc.directory', 'public.api.bsky.app'] as const
const pds = 'https://pds.example.org'

interface Pushed {
  readonly parameters: URLSearchParams
  readonly thumbprint: string
}

export async function startAtprotoPeer(): Promise<AtprotoPeer> {
  const pushed = new Map<string, Pushed>()
  const codes = new Map<string, Pushed & { readonly did: string }>()
  const server = await serve((request, response) => {
    answer({ peer, pushed, codes, request, response }).catch(() => response.destroy())
  })
  const peer: AtprotoPeer = {
    port: server.port,
    accounts: [],
    signedInAs: '',
    clientMetadata: null,
    scopes: [],
    liveTokens: new Set(),
    close: () => server.close(),
  }
  return peer
}

interface Asked {
  readonly peer: AtprotoPeer
  readonly pushed: Map<string, Pushed>
  readonly codes: Map<string, Pushed & { readonly did: string }>
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

async function answer(asked: Asked): Promise<void> {
  const { peer, request, response } = asked
  const host = request.headers.host ?? ''
  const url = new URL(request.url ?? '/', `https://${host}`)
  const account = peer.accounts.find(
    ({ handles, did }) =>
      handles.includes(host) || decodeURIComponent(url.pathname) === `/${did}` || url.search.includes(encodeURIComponent(did)),
  )
  if (url.pathname === '/.well-known/atproto-did') return account ? text(response, account.did) : json(response, 404, {})
  if (host === 'plc.directory')
    return account ? json(response, 200, documentOf(account), 'application/did+ld+json') : json(response, 404, {})
  if (host === 'public.api.bsky.app') return json(response, ...appView(url, account))
  const route = routes[`${request.method} ${url.pathname}`]
  return route ? route(asked, url) : json(response, 404, { error: 'not_found' })
}

function documentOf({ did, named }: AtprotoAccount): object {
  return {
    '@context': ['https://www.w3.org/ns/did/v1'],
    id: did,
    alsoKnownAs: [`at://${named}`],
    verificationMethod: [],
    service: [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: pds }],
  }
}

function appView(url: URL, account: AtprotoAccount | undefined): [number, object] {
  if (!account) return [400, { error: 'InvalidRequest', message: 'Profile not found' }]
  const { did, named, description, createdAt, followers, follows } = account
  const others = url.searchParams.get('others') ?? ''
  if (url.pathname.endsWith('getRelationships')) {
    const relation = follows.includes(others) ? { following: `at://${did}/app.bsky.graph.follow/3k` } : {}
    return [200, { actor: did, relationships: [{ $type: 'app.bsky.graph.defs#relationship', did: 'did:plc:brand', ...relation }] }]
  }
  return [200, { did, handle: named, displayName: '<img src=x onerror=alert(1)>', description, createdAt, followersCount: followers }]
}

const routes: Readonly<Record<string, (asked: Asked, url: URL) => Promise<void>>> = {
  'GET /.well-known/oauth-protected-resource': async ({ response }) =>
    json(response, 200, { resource: pds, authorization_servers: [pds], scopes_supported: [], bearer_methods_supported: ['header'] }),
  'GET /.well-known/oauth-authorization-server': async ({ response }) => json(response, 200, description),
  'POST /oauth/par': async (asked) => {
    const { pushed, response, request } = asked
    const thumbprint = possession(request, '/oauth/par')
    if (thumbprint === undefined) return json(response, 400, { error: 'use_dpop_nonce' })
    const parameters = new URLSearchParams(await bodyOf(request))
    if (!parameters.get('state') || parameters.get('code_challenge_method') !== 'S256')
      return json(response, 400, { error: 'invalid_request' })
    asked.peer.scopes.push(parameters.get('scope') ?? '')
    const uri = `urn:ietf:params:oauth:request_uri:req-${randomBytes(8).toString('hex')}`
    pushed.set(uri, { parameters, thumbprint })
    json(response, 201, { request_uri: uri, expires_in: 300 })
  },
  'GET /oauth/authorize': async ({ peer, pushed, codes, response }, url) => {
    const uri = url.searchParams.get('request_uri') ?? ''
    const one = pushed.get(uri)
    if (!one) return json(response, 400, { error: 'invalid_request' })
    pushed.delete(uri)
    const code = `cod-${randomBytes(16).toString('hex')}`
    codes.set(code, { ...one, did: peer.signedInAs })
    const back = new URL(one.parameters.get('redirect_uri') ?? '')
    back.search = new URLSearchParams({ iss: pds, state: one.parameters.get('state') ?? '', code }).toString()
    response.writeHead(303, { location: back.href }).end()
  },
  'POST /oauth/token': async ({ peer, codes, request, response }) => {
    const thumbprint = possession(request, '/oauth/token')
    if (thumbprint === undefined) return json(response, 400, { error: 'use_dpop_nonce' })
    const form = new URLSearchParams(await bodyOf(request))
    const code = form.get('code') ?? ''
    const one = codes.get(code)
    codes.delete(code)
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!one || one.thumbprint !== thumbprint || one.parameters.get('code_challenge') !== challenge)
      return json(response, 400, { error: 'invalid_grant' })
    const token = randomBytes(16).toString('hex')
    peer.liveTokens.add(token)
    json(response, 200, { access_token: token, token_type: 'DPoP', scope: 'atproto', expires_in: 3600, sub: one.did })
  },
  'POST /oauth/revoke': async ({ peer, request, response }) => {
    peer.liveTokens.delete(new URLSearchParams(await bodyOf(request)).get('token') ?? '')
    json(response, 200, {})
  },
}

const description = {
  issuer: pds,
  scopes_supported: ['atproto', 'transition:email', 'transition:generic', 'transition:chat.bsky'],
  subject_types_supported: ['public'],
  response_types_supported: ['code'],
  response_modes_supported: ['query', 'fragment', 'form_post'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
  authorization_endpoint: `${pds}/oauth/authorize`,
  token_endpoint: `${pds}/oauth/token`,
  token_endpoint_auth_methods_supported: ['none', 'private_key_jwt'],
  token_endpoint_auth_signing_alg_values_supported: ['ES256'],
  revocation_endpoint: `${pds}/oauth/revoke`,
  pushed_authorization_request_endpoint: `${pds}/oauth/par`,
  require_pushed_authorization_requests: true,
  dpop_signing_alg_values_supported: ['ES256'],
  client_id_metadata_document_supported: true,
}

/** The key that a request proves to hold (RFC 9449), with the server's nonce; undefined when it does not. */
function possession({ headers }: IncomingMessage, path: string): string | undefined {
  const [head = '', body = ''] = String(headers.dpop ?? '').split('.')
  const [{ jwk }, claims] = [parse(head), parse(body)]
  if (claims.htu !== `${pds}${path}` || claims.htm !== 'POST' || claims.nonce !== 'nonce-1') return undefined
  return JSON.stringify(jwk)
}

function parse(part: string): Record<string, unknown> {
  return part === '' ? {} : (JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function json(response: ServerResponse, status: number, body: unknown, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type, 'dpop-nonce': 'nonce-1' }).end(JSON.stringify(body))
}

function text(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'text/plain' }).end(body)
}
