import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../lib/api/client.js'
import type { ApplicationNote, ApplicationStory } from '../../lib/api/types.js'
import { eventKey } from '../events/index.js'
import { applicationBase } from './api.js'

/** Which application, of which event and organization. */
export type Which = Readonly<{ organization: string; eventId: string; applicationId: string }>

type Notes = { items: ApplicationNote[] }

const baseOf = ({ organization, eventId, applicationId }: Which) => applicationBase(organization, eventId, applicationId)
const keyOf = ({ organization, eventId, applicationId }: Which, what: string) => [
  ...eventKey(organization, eventId),
  'application',
  applicationId,
  what,
]

/** Where a file among the answers is read. */
export const answerFileUrl = (which: Which, fileId: string) => `${baseOf(which)}/files/${fileId}`

/** The same person at other events, and what the team did about this application. */
export const useStory = (which: Which) =>
  useQuery({
    queryKey: keyOf(which, 'story'),
    queryFn: ({ signal }) => request<ApplicationStory>('GET', `${baseOf(which)}/story`, { signal }),
  })

export const useNotes = (which: Which) =>
  useQuery({
    queryKey: keyOf(which, 'notes'),
    queryFn: async ({ signal }) => (await request<Notes>('GET', `${baseOf(which)}/notes`, { signal })).items,
  })

export type NoteChange = { text: string; id: string | null } | { remove: string }

/** Writes a note, changes one, or takes one away. */
export function useChangeNotes(which: Which) {
  const client = useQueryClient()
  const base = `${baseOf(which)}/notes`
  return useMutation({
    mutationFn: (change: NoteChange) => {
      if ('remove' in change) return request<Notes>('DELETE', `${base}/${change.remove}`)
      return change.id === null
        ? request<Notes>('POST', base, { body: { text: change.text } })
        : request<Notes>('PATCH', `${base}/${change.id}`, { body: { text: change.text } })
    },
    onSuccess: ({ items }) => {
      client.setQueryData(keyOf(which, 'notes'), items)
      return client.invalidateQueries({ queryKey: keyOf(which, 'story') })
    },
  })
}
