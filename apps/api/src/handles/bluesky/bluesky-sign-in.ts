import { NodeOAuthClient, type NodeSavedSession, type NodeSavedState } from '@atproto/oauth-client-node'
import { Injectable } from '@nestjs/common'
import { TweetupConfig } from '../../config/index.js'
import { FetchFailed, GuardedFetch } from '../../fetch/index.js'
import { recordOf } from '../fetch-json.js'
import type { SignInAnswer } from '../handle-connector.js'
import { HandleProblem } from '../handle-problem.js'
import { type AtprotoDid, didOf, isAtprotoDid } from './did.js'
import { guardedWebFetch } from './guarded-web-fetch.js'

/** Where people come back to, and the last part of that address. */
export const blueskyPlace = 'bluesky'

/** Nothing but who somebody is. */
const scope = 'atproto'

/**
 * OAuth as the AT Protocol has it (pushed request, PKCE, DPoP), by the reference library. It keeps nothing: what it would store is handed
 * out, to lie sealed beside the state, and handed back when she returns.
 */
@Injectable()
export class BlueskySignIn {
  constructor(
    private readonly config: TweetupConfig,
    private readonly fetcher: GuardedFetch,
  ) {}

  /** Servers fetch our description, so they must be able to reach us, over TLS. */
  get possible(): boolean {
    return this.config.secure
  }

  /** The document that is our client id. */
  get clientMetadata() {
    const [home, redirect] = [this.config.url('/'), this.config.url(`/proof/${blueskyPlace}`)]
    return {
      client_id: this.config.url(`/proof/${blueskyPlace}/client-metadata.json`),
      client_name: 'Tweetup',
      client_uri: home as `https://${string}`,
      redirect_uris: [redirect as `https://${string}`] as [`https://${string}`],
      scope,
      grant_types: ['authorization_code'] as ['authorization_code'],
      response_types: ['code'] as ['code'],
      token_endpoint_auth_method: 'none' as const,
      application_type: 'web' as const,
      dpop_bound_access_tokens: true,
    }
  }

  async begin(handle: string): Promise<{ readonly url: string; readonly state: string; readonly secret: unknown }> {
    const kept = new Map<string, NodeSavedState>()
    const url = await mapped(() => this.#client(kept, new Map()).authorize(handle, { scope }), 'serverAway', handle)
    const [[state, secret] = []] = kept
    if (state === undefined) throw new Error('The library has kept no state.')
    return { url: url.href, state, secret }
  }

  /** Who has signed in. The token that says so is taken back at once. */
  async finish({ state, code, issuer }: SignInAnswer, secret: unknown): Promise<AtprotoDid> {
    const saved = recordOf(secret)
    if (saved === undefined) throw new HandleProblem('expired')
    const kept = new Map([[state, saved as unknown as NodeSavedState]])
    const parameters = new URLSearchParams({ state, code, ...(issuer === null ? {} : { iss: issuer }) })
    if (issuer === null || issuer !== saved.iss) throw new HandleProblem('mixedUp')
    const { session } = await mapped(() => this.#client(kept, new Map()).callback(parameters), 'declined')
    const { did } = session
    await session.signOut().catch(() => undefined)
    if (!isAtprotoDid(did)) throw new HandleProblem('notTheirs', { handle: did })
    return did
  }

  #client(states: Map<string, NodeSavedState>, sessions: Map<string, NodeSavedSession>): NodeOAuthClient {
    return new NodeOAuthClient({
      clientMetadata: this.clientMetadata,
      stateStore: storeOf(states),
      sessionStore: storeOf(sessions),
      // Each client lives for one answer, so there is nobody to wait for.
      requestLock: async (_name, run) => run(),
      handleResolver: { resolve: (handle) => didOf(this.fetcher, handle) },
      plcDirectoryUrl: 'https://plc.directory',
      fetch: guardedWebFetch(this.fetcher),
    })
  }
}

function storeOf<Value>(map: Map<string, Value>) {
  return {
    get: (key: string) => map.get(key),
    set: (key: string, value: Value) => void map.set(key, value),
    del: (key: string) => void map.delete(key),
  }
}

/** The library's own errors say too much of its insides, and nothing that would help her. */
async function mapped<Result>(run: () => Promise<Result>, kind: 'serverAway' | 'declined', server = ''): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof FetchFailed || error instanceof HandleProblem) throw error
    throw new HandleProblem(kind, { server })
  }
}
