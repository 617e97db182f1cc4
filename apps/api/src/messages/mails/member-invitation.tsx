import { isolate } from '../isolate.js'
import type { MailTemplate } from '../mail-template.js'
import { PlainLetter } from './plain-letter.js'

export interface MemberInvitationParams {
  readonly organizationName: string
  readonly inviterName: string
  readonly role: 'owner' | 'organizer' | 'reviewer' | 'moderator' | 'door'
  readonly invitationId: string
}

/** A colleague is asked to join an organization. */
export const memberInvitation: MailTemplate<MemberInvitationParams> = {
  links: ['join'],
  values: ({ organizationName, inviterName }) => ({ organization: isolate(organizationName), inviter: isolate(inviterName) }),
  Body: (mail) => <PlainLetter mail={mail} says={['asks', `role.${mail.params.role}`]} to={mail.links.join} />,
}
