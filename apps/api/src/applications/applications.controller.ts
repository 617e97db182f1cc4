import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
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
  @ApiOperation({ summary: 'Lists the applications of an event' })
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
  @ApiOperation({ summary: 'Shows one application with its answers, mails and history' })
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
  @ApiOperation({ summary: 'Tells how many mails of each kind an event has sent' })
  @Get('messages')
  @ApiOkResponse({ type: MessageListDto })
  mails(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<MessageListDto> {
    return this.messages.of(member.organizationId, eventId)
  }
}
