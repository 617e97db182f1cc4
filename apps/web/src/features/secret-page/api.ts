import { request } from '../../lib/api/client.js'
import type { Contribution } from '../../lib/api/types.js'
import { pageData } from '../../lib/page-data.js'
import { type Resource, useResource } from '../../lib/use-resource.js'

export const useContribution = (token: string): Resource<Contribution> =>
  useResource(token, pageData('secret')?.contribution ?? null, (signal) =>
    request<Contribution>('GET', '/api/contribution', { token, signal }),
  )

export const handInCommit = (token: string, commit: string) =>
  request<Contribution>('POST', '/api/contribution/commit', { token, body: { commit } })

export const revealSecret = (token: string, secret: string) =>
  request<Contribution>('POST', '/api/contribution/reveal', { token, body: { secret } })
