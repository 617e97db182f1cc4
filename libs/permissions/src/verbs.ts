import type { Role } from './roles.js'

const owner = ['owner'] as const
const organizing = ['owner', 'organizer'] as const
const atTheDoor = ['owner', 'organizer', 'door'] as const
const reading = ['owner', 'organizer', 'reviewer'] as const
const followingAlong = ['owner', 'organizer', 'reviewer', 'moderator'] as const
const everybody = ['owner', 'organizer', 'reviewer', 'moderator', 'door'] as const

/**
 * Who may do what: the permissions of the whole product in one table.
 * A verb names the thing first and then the act. Reviewers score blind, so the list of applications with its names is not for them.
 */
export const whoMay = {
  'organization.see': everybody,
  'organization.change': owner,
  'members.see': organizing,
  'members.manage': owner,
  'hosts.see': followingAlong,
  'hosts.manage': organizing,
  'files.upload': organizing,
  'events.see': everybody,
  'events.edit': organizing,
  'events.publish': organizing,
  'events.cancel': organizing,
  'applications.see': organizing,
  'applications.tag': organizing,
  'applications.note': organizing,
  'applications.judge': organizing,
  'applications.export': organizing,
  'applications.import': organizing,
  'messages.see': organizing,
  'invitations.see': organizing,
  'draws.run': organizing,
  'secrets.manage': organizing,
  'exclusions.see': organizing,
  'exclusions.ask': organizing,
  'exclusions.decide': organizing,
  'seats.pick': organizing,
  'reviews.write': reading,
  'reviews.see': organizing,
  'door.work': atTheDoor,
  'insights.see': followingAlong,
  'survey.see': organizing,
  'clock.move': organizing,
} as const satisfies Record<string, readonly Role[]>

export type Verb = keyof typeof whoMay

/** Every verb of the table, in its order. */
export const verbs = Object.keys(whoMay) as readonly Verb[]
