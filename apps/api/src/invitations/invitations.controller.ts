import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../http/index.js'
import { InvitationListDto } from './dto/invitation-list.dto.js'
import { InvitationQuery } from './dto/invitation-query.dto.js'
import { RevocationDto } from './dto/revocation.dto.js'
import { InvitationList } from './invitation-list.js'
import { RevokeInvitation } from './revoke-invitation.js'

@ApiTags('invitations')
@Controller('api/organizations/:organization/events/:eventId/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationList,
    private readonly revocation: RevokeInvitation,
  ) {}

  @ApiOperation({ summary: 'Lists the invitations of an event and how its seats are taken' })
  @Get()
  @May('invitations.see')
  @ApiOkResponse({ type: InvitationListDto })
  list(
    @CurrentMember() { organizationId }: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Query() { state, cursor }: InvitationQuery,
  ): Promise<InvitationListDto> {
    return this.invitations.list(organizationId, eventId, state, cursor)
  }

  @ApiOperation({ summary: 'Takes an invitation back, with a public reason' })
  @Post(':invitationId/revocation')
  @HttpCode(204)
  @May('invitations.revoke')
  @ApiNoContentResponse()
  revoke(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('invitationId', EntityId) invitationId: string,
    @Body() { reason, note }: RevocationDto,
  ): Promise<void> {
    return this.revocation.revoke(member, eventId, invitationId, reason, note || null)
  }
}
