import { request } from '../../../lib/api/client.js'
import type { Network, OwnProof, ProofBeginning } from '../../../lib/api/types.js'
import { type Resource, useResource } from '../../../lib/use-resource.js'

const base = '/api/me/handle-proof'

type Account = { network: Network; handle: string }

export const useOwnProof = (token: string): Resource<OwnProof> =>
  useResource(token, null, (signal) => request<OwnProof>('GET', base, { token, signal }))

export const beginProof = (token: string, account: Account) =>
  request<ProofBeginning>('POST', `${base}/beginnings`, { token, body: account })

export const checkProof = (token: string, account: Account) => request<OwnProof>('POST', `${base}/checks`, { token, body: account })

export const dropProof = (token: string) => request<OwnProof>('DELETE', base, { token })
