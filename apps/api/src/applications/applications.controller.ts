import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../http/index.js'
import { ApplicationDetail } from './application-detail.js'
import { ApplicationList } from './application-list.js'
import { ApplicationDetailDto, ApplicationListDto, ApplicationListQuery, MessageListDto } from './dto/application-list.dto.js'
import { EventMessages } from './event-messages.js'

@ApiTags('applications')
@Controller('/api/organizations/:organization/events/:eventId')
export class ApplicationsController {
  constructor(
    private readonly list: ApplicationList,
    private readonly detail: ApplicationDetail,
    private readonly messages: EventMessages,
  ) {}

  @May('applications.see')
  @Get('applications')
  @ApiOkResponse({ type: ApplicationListDto })
  page(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Query() query: ApplicationListQuery,
  ): Promise<ApplicationListDto> {
    return this.list.page(member.organizationId, eventId, query)
  }

  @May('applications.see')
  @Get('applications/:applicationId')
  @ApiOkResponse({ type: ApplicationDetailDto })
  show(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('applicationId', EntityId) id: string,
  ): Promise<ApplicationDetailDto> {
    return this.detail.show(member.organizationId, eventId, id)
  }

  @May('messages.see')
  @Get('messages')
  @ApiOkResponse({ type: MessageListDto })
  mails(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<MessageListDto> {
    return this.messages.of(member.organizationId, eventId)
  }
}
