import { type Answer, listAt, numberAt, textAt } from '../support/http-client.js'
import type { SignedUp } from './sign-up.js'

/** The events of an organization as its owner works on them. */
export interface Drafts {
  /** Where they lie. */
  readonly path: string
  /** Begins one and answers its id. */
  draft(title?: string): Promise<string>
  /** Changes one in the version that it has now. */
  change(id: string, input: Readonly<Record<string, unknown>>): Promise<Answer>
}

export function draftsOf({ client, slug }: SignedUp): Drafts {
  const path = `/api/organizations/${slug}/events`
  return {
    path,
    draft: async (title = 'Night of the Comet') => textAt((await client.post(path, { title })).body, 'id'),
    change: async (id, input) => {
      const version = numberAt((await client.get(`${path}/${id}`)).body, 'version')
      return client.patch(`${path}/${id}`, input, { headers: { 'if-match': `"${version}"` } })
    },
  }
}

/** The fields that an answer complains about. */
export const fieldsOf = (answer: Answer): string[] => listAt(answer.body, 'errors').map((error) => textAt(error, 'path'))
