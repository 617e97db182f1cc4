import { Api } from './api.js'
import type { InvitationsAnswer } from './answers-of-the-api.js'
import { eventPath, type Stage, untilQuiet } from './stage.js'

const colleagueEmail = 'anna@rehearsal.example'

/** The team takes one unanswered invitation back, as two people have to; its seat moves on like any other. */
export async function excludeOne(stage: Stage): Promise<void> {
  const { items } = await stage.api.get<InvitationsAnswer>(eventPath(stage, '/invitations?state=pending'))
  const [invitation] = items
  if (invitation === undefined) return
  const colleague = await inviteColleague(stage)
  const wish = { applicationId: invitation.applicationId, reason: 'other', note: 'Rehearsed.' }
  const { id } = await stage.api.post<{ id: string }>(eventPath(stage, '/exclusions'), wish)
  await colleague.post(eventPath(stage, `/exclusions/${id}/approval`))
  await untilQuiet(stage.api)
}

async function inviteColleague({ api, organization, sink }: Stage): Promise<Api> {
  await api.post(`/api/organizations/${organization}/members/invitations`, { email: colleagueEmail, role: 'organizer' })
  await untilQuiet(api)
  const token = /\/join\/([\w-]+)/.exec(sink.to(colleagueEmail).at(-1)?.text ?? '')?.[1]
  if (token === undefined) throw new Error('The colleague got no invitation to the team.')
  const colleague = new Api(api.address)
  await colleague.post(`/api/join/${token}`, { name: 'Anna Brink', password: 'twelve domes and bread' })
  return colleague
}
