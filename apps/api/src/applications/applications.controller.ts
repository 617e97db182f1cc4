import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../http/index.js'
import { ApplicationDetail } from './application-detail.js'
import { ApplicationList } from './application-list.js'
import { ApplicationTagsDto } from './dto/application-tags.dto.js'
import { ApplicationDetailDto, ApplicationListDto, ApplicationListQuery, MessageListDto } from './dto/application-list.dto.js'
import { EventMessages } from './event-messages.js'
import { TagApplication } from './tag-application.js'

@ApiTags('applications')
@Controller('/api/organizations/:organization/events/:eventId')
export class ApplicationsController {
  constructor(
    private readonly list: ApplicationList,
    private readonly detail: ApplicationDetail,
    private readonly messages: EventMessages,
    private readonly tagging: TagApplication,
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

  @May('applications.tag')
  @ApiOperation({
    summary: 'Notes words about an application that pools may ask for',
    description: 'Until the close, and of a pool until its own.',
  })
  @Put('applications/:applicationId/tags')
  @HttpCode(200)
  @ApiOkResponse({ type: ApplicationDetailDto })
  async tag(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('applicationId', EntityId) id: string,
    @Body() { tags }: ApplicationTagsDto,
  ): Promise<ApplicationDetailDto> {
    await this.tagging.run(member, eventId, id, tags)
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
