import { request } from '../../../lib/api/client.js'
import type { PublicOrganization } from '../../../lib/api/types.js'
import { pageData } from '../../../lib/page-data.js'
import { type Resource, useResource } from '../../../lib/use-resource.js'

export const getOrganization = (organization: string, signal?: AbortSignal) =>
  request<PublicOrganization>('GET', `/api/public/${organization}`, { signal })

export const useOrganization = (organization: string): Resource<PublicOrganization> =>
  useResource(organization, pageData('organization'), (signal) => getOrganization(organization, signal))
