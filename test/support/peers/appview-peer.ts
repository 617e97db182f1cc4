import type { ServerResponse } from 'node:http'
import { $output as profile, $params as whose } from '@atproto/pds/dist/lexicons/app/bsky/actor/getProfile.defs.js'
import { $output as relationships, $params as whom } from '@atproto/pds/dist/lexicons/app/bsky/graph/getRelationships.defs.js'
import { serve } from './serve.js'

/** What the whole network knows of an account of the AT Protocol, beside its own server. */
export interface SeenAccount {
  readonly did: string
  readonly handle: string
  description: string
  readonly createdAt: string
  readonly followers: number
  readonly follows: readonly string[]
}

/**
 * A stand-in for the public AppView of Bluesky, written by hand: the real one is an index over the whole network, which no package brings to
 * a test. What it is asked and what it answers must fit the lexicons that come with the real server.
 */
export interface AppViewPeer {
  readonly port: number
  readonly accounts: SeenAccount[]
  close(): Promise<void>
}

export async function startAppViewPeer(): Promise<AppViewPeer> {
  const accounts: SeenAccount[] = []
  const server = await serve((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'https://public.api.bsky.app')
    try {
      const answer = answers[pathname]?.(searchParams, accounts)
      if (answer) send(response, 200, answer)
      else send(response, 400, { error: 'InvalidRequest', message: 'Profile not found' })
    } catch (error) {
      send(response, 500, { error: 'InternalServerError', message: String(error) })
    }
  })
  return { port: server.port, accounts, close: () => server.close() }
}

type Answer = (asked: URLSearchParams, accounts: readonly SeenAccount[]) => object | undefined

const answers: Readonly<Record<string, Answer>> = {
  '/xrpc/app.bsky.actor.getProfile': (asked, accounts) => {
    const { actor } = whose.fromURLSearchParams(asked)
    const account = accounts.find(({ did }) => did === actor)
    if (!account) return undefined
    const { did, handle, description, createdAt, followers } = account
    const displayName = '<img src=x onerror=alert(1)>'
    return profile.schema.parse({ did, handle, displayName, description, createdAt, followersCount: followers })
  },
  '/xrpc/app.bsky.graph.getRelationships': (asked, accounts) => {
    const { actor, others = [] } = whom.fromURLSearchParams(asked)
    const account = accounts.find(({ did }) => did === actor)
    if (!account) return undefined
    const relations = others.map((other) => ({
      $type: 'app.bsky.graph.defs#relationship',
      did: `did:plc:${'b'.repeat(24)}`,
      ...(account.follows.includes(other) ? { following: `at://${account.did}/app.bsky.graph.follow/3k` } : {}),
    }))
    return relationships.schema.parse({ actor: account.did, relationships: relations })
  },
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}
