import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../http/index.js'
import { InvitationListDto } from './dto/invitation-list.dto.js'
import { InvitationQuery } from './dto/invitation-query.dto.js'
import { InvitationList } from './invitation-list.js'

@ApiTags('invitations')
@Controller('api/organizations/:organization/events/:eventId/invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationList) {}

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
}
