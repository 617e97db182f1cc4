import { Injectable } from '@nestjs/common'
import { AuditLog } from '../audit/index.js'
import { DrawLog } from '../draws/index.js'
import { Clock, Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import { Conflict, type Membership, NotFound } from '../http/index.js'
import { Invitation } from './invitation.entity.js'
import { InvitationMails } from './invitation-mails.js'
import { InvitationRepository } from './invitation.repository.js'
import type { RevocationReason } from './leave-reasons.js'

/** The team takes an invitation or a seat back, for a published reason. */
@Injectable()
export class RevokeInvitation {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly invitations: InvitationRepository,
    private readonly log: DrawLog,
    private readonly mails: InvitationMails,
    private readonly audit: AuditLog,
  ) {}

  async revoke(
    { organizationId, userId }: Membership,
    eventId: string,
    invitationId: string,
    reason: RevocationReason,
    note: string | null,
  ): Promise<void> {
    await this.transactions.run(async (manager) => {
      const event = await this.events.hold(manager, organizationId, eventId)
      const found = await this.log.change(manager, eventId, async (log) => {
        const invitation = await this.invitations.lockById(manager, organizationId, eventId, invitationId)
        if (invitation === null) return false
        if (invitation.state === 'revoked') return true
        const now = await this.clock.now(manager)
        if (event.cancelledAt !== null) throw new Conflict('invitations:cancelled')
        if (event.startsAt !== null && event.startsAt <= now) throw new Conflict('invitations:eventBegan')
        if (invitation.state !== 'pending' && invitation.state !== 'accepted') throw new Conflict('invitations:notLive')
        await manager.update(Invitation, { id: invitation.id }, { state: 'revoked', revokedBy: userId, reason })
        log.append({ type: 'disqualify', unit: invitation.unitId, reason })
        await this.mails.revoked(manager, event, invitation, reason, note)
        await this.audit.record(manager, {
          organizationId,
          eventId,
          userId,
          action: 'invitation.revoked',
          subject: invitation.id,
          before: { state: invitation.state },
          after: { state: 'revoked', reason, note },
        })
        return true
      })
      if (found !== true) throw new NotFound()
    })
  }
}
