export { InvitationsModule } from './invitations.module.js'
export { Invitation, type InvitationState } from './invitation.entity.js'
export { InvitationRepository } from './invitation.repository.js'
export { InvitationList } from './invitation-list.js'
