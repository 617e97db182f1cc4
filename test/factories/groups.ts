import { type SelectionPolicy, usualPolicy } from '#policy'
import type { TestApp } from '../support/app.js'
import { type Answer, textAt } from '../support/http-client.js'
import { applyAndConfirm, bearer } from './application.js'
import type { Fan } from './fans.js'
import type { PublishedEvent } from './published-event.js'
import { type SignedUp, unique } from './sign-up.js'

type Holder = Pick<Fan, 'personalToken'>

/** The usual policy at an event to which so many may come together. */
export function policyWithGroups(largest: number, fill: SelectionPolicy['companions']['fill'] = 'hold'): SelectionPolicy {
  return { ...usualPolicy, companions: { largest, fill } }
}

export const foundGroup = (app: TestApp, { personalToken }: Holder): Promise<Answer> =>
  app.client().post('/api/me/group', undefined, bearer(personalToken))

export const joinGroup = (app: TestApp, { personalToken }: Holder, token: string): Promise<Answer> =>
  app.client().post('/api/me/group/membership', { token }, bearer(personalToken))

export const leaveGroup = (app: TestApp, { personalToken }: Holder): Promise<Answer> =>
  app.client().delete('/api/me/group/membership', bearer(personalToken))

export const removeCompanion = (app: TestApp, { personalToken }: Holder, companionId: string): Promise<Answer> =>
  app.client().delete(`/api/me/group/companions/${companionId}`, bearer(personalToken))

export const renewGroupLink = (app: TestApp, { personalToken }: Holder): Promise<Answer> =>
  app.client().post('/api/me/group/link', undefined, bearer(personalToken))

/** What a stranger with the link is shown. */
export const previewGroup = (app: TestApp, { slug }: SignedUp, event: PublishedEvent, token: string): Promise<Answer> =>
  app.client().post(`/api/public/${slug}/${event.slug}/group`, { token })

/** The secret at the end of the link that a group shares. */
export function groupTokenOf(page: unknown): string {
  const link = textAt(page, 'together.link')
  const token = /#together=([\w-]+)$/.exec(link)?.[1]
  if (!token) throw new Error(`${link} is not the link of a group.`)
  return token
}

/** So many confirmed fans who apply together, the first of them as its founder. Needs an app with `smtp: true`, and an event that is open. */
export async function enterGroup(app: TestApp, owner: SignedUp, event: PublishedEvent, size: number): Promise<Fan[]> {
  const fans: Fan[] = []
  let together: string | undefined
  for (let number = 0; number < size; number += 1) {
    const name = unique('Companion')
    const email = `${unique('companion')}@example.org`
    const fan = { name, email, ...(await applyAndConfirm(app, owner, event, { name, email, ...(together && { together }) })) }
    if (number === 0 && size > 1) together = groupTokenOf((await foundGroup(app, fan)).body)
    fans.push(fan)
  }
  return fans
}
