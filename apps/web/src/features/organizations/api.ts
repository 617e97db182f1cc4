import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { Host, Locale, Members, OrganizationSummary, Role } from '../../lib/api/types.js'
import { sessionQuery } from '../accounts/index.js'

export const organizationBase = (organization: string) => `/api/organizations/${encodeURIComponent(organization)}`

// --- the organization itself

export const organizationQuery = (organization: string) =>
  queryOptions({
    queryKey: ['organization', organization],
    queryFn: ({ signal }) => request<OrganizationSummary>('GET', organizationBase(organization), { signal }),
  })

export const useOrganization = (organization: string) => useQuery(organizationQuery(organization))

export type OrganizationChange = Partial<{
  name: string
  accent: string
  address: string
  website: string | null
  fediverseHandle: string | null
  blueskyHandle: string | null
  locale: Locale
  logoFileId: string | null
}>

export function useChangeOrganization(organization: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: OrganizationChange) => request<OrganizationSummary>('PATCH', organizationBase(organization), { body }),
    onSuccess: (changed) => {
      client.setQueryData(organizationQuery(organization).queryKey, changed)
      return client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    },
  })
}

// --- its team

const membersKey = (organization: string) => ['organization', organization, 'members']

export const useMembers = (organization: string) =>
  useQuery({
    queryKey: membersKey(organization),
    queryFn: ({ signal }) => request<Members>('GET', `${organizationBase(organization)}/members`, { signal }),
  })

function useTeamChange<Input>(organization: string, change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: membersKey(organization) }) })
}

export const useInviteMember = (organization: string) =>
  useTeamChange(organization, (body: { email: string; role: Role }) =>
    request('POST', `${organizationBase(organization)}/members/invitations`, { body }),
  )

export const useRevokeMemberInvitation = (organization: string) =>
  useTeamChange(organization, (id: string) => request('DELETE', `${organizationBase(organization)}/members/invitations/${id}`))

export const useChangeRole = (organization: string) =>
  useTeamChange(organization, ({ userId, role }: { userId: string; role: Role }) =>
    request('PATCH', `${organizationBase(organization)}/members/${userId}`, { body: { role } }),
  )

export const useRemoveMember = (organization: string) =>
  useTeamChange(organization, (userId: string) => request('DELETE', `${organizationBase(organization)}/members/${userId}`))

// --- the people who speak for it

const hostsKey = (organization: string) => ['organization', organization, 'hosts']

export const useHosts = (organization: string) =>
  useQuery({
    queryKey: hostsKey(organization),
    queryFn: ({ signal }) => request<{ items: Host[] }>('GET', `${organizationBase(organization)}/hosts`, { signal }),
    select: ({ items }) => items,
  })

export type HostInput = { name: string; roleTitle: string; handle: string | null; replyTo: string; photoFileId?: string | null }

export function useSaveHost(organization: string, id: string | null) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: HostInput) =>
      id
        ? request<Host>('PATCH', `${organizationBase(organization)}/hosts/${id}`, { body })
        : request<Host>('POST', `${organizationBase(organization)}/hosts`, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: hostsKey(organization) }),
  })
}

export function useArchiveHost(organization: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request('DELETE', `${organizationBase(organization)}/hosts/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: hostsKey(organization) }),
  })
}
