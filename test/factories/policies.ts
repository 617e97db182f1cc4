import { type SelectionPolicy, usualPolicy } from '#policy'
import { numberAt } from '../support/http-client.js'
import type { PublishedEvent } from './published-event.js'
import type { SignedUp } from './sign-up.js'

/** The usual policy with some parts of its own, as an organizer would send it. */
export const policyWith = (changes: Partial<SelectionPolicy>): SelectionPolicy => ({ ...usualPolicy, ...changes })

/** So many seats that the team may give to people it names. */
export const pickedSeats = (seats: number): { readonly policy: SelectionPolicy } => ({ policy: policyWith({ picked: { seats } }) })

/** Gives an event this policy; throws what the server says against it. */
export async function declarePolicy(
  { client, slug }: SignedUp,
  { id }: Pick<PublishedEvent, 'id'>,
  policy: SelectionPolicy,
): Promise<void> {
  const path = `/api/organizations/${slug}/events/${id}`
  const version = numberAt((await client.get(path)).body, 'version')
  const answer = await client.patch(path, { policy }, { headers: { 'if-match': `"${version}"` } })
  if (answer.status !== 200) throw new Error(answer.text)
}
