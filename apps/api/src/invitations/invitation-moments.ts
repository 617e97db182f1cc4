import { Injectable, type OnModuleInit } from '@nestjs/common'
import { MomentRegistry } from '../jobs/index.js'
import { LapseInvitations } from './lapse-invitations.js'

/** The deadline of an invitation acts by itself. */
@Injectable()
export class InvitationMoments implements OnModuleInit {
  constructor(
    private readonly moments: MomentRegistry,
    private readonly lapse: LapseInvitations,
  ) {}

  onModuleInit(): void {
    this.moments.register({ name: 'lapse-invitations', run: (now) => this.lapse.runDue(now) })
  }
}
