import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AccessRegistry } from '../http/index.js'
import { MessagesModule } from '../messages/messages.module.js'
import { CurrentSession } from './current-session.js'
import { Host } from './host.entity.js'
import { HostRepository } from './host.repository.js'
import { HostsController } from './hosts.controller.js'
import { HostsService } from './hosts.service.js'
import { InviteMember } from './invite-member.js'
import { JoinController } from './join.controller.js'
import { JoinOrganization } from './join-organization.js'
import { MemberInvitation } from './member-invitation.entity.js'
import { MemberInvitationRepository } from './member-invitation.repository.js'
import { MembersController } from './members.controller.js'
import { MembersService } from './members.service.js'
import { Membership } from './membership.entity.js'
import { MembershipRepository } from './membership.repository.js'
import { Organization } from './organization.entity.js'
import { OrganizationRepository } from './organization.repository.js'
import { OrganizationsController } from './organizations.controller.js'
import { OrganizationsService } from './organizations.service.js'
import { SessionController } from './session.controller.js'
import { SignIn } from './sign-in.js'
import { SignUp } from './sign-up.js'

@Module({
  imports: [TypeOrmModule.forFeature([Organization, Membership, MemberInvitation, Host]), AccountsModule, MessagesModule],
  controllers: [SessionController, JoinController, OrganizationsController, MembersController, HostsController],
  providers: [
    OrganizationRepository,
    MembershipRepository,
    MemberInvitationRepository,
    HostRepository,
    OrganizationsService,
    MembersService,
    HostsService,
    CurrentSession,
    SignUp,
    SignIn,
    InviteMember,
    JoinOrganization,
  ],
  exports: [OrganizationRepository, HostRepository, OrganizationsService, HostsService, SignUp],
})
export class OrganizationsModule implements OnModuleInit {
  constructor(
    private readonly access: AccessRegistry,
    private readonly memberships: MembershipRepository,
  ) {}

  onModuleInit(): void {
    this.access.useMemberships(async (userId, organizationSlug) => {
      const place = await this.memberships.placeOf(userId, organizationSlug)
      return place && { userId, organizationSlug, ...place }
    })
  }
}
