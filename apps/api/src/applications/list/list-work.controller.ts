import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../../http/index.js'
import { ApplicationFilterQuery, FoundCountDto } from '../dto/application-list.dto.js'
import { SaveViewDto, ViewListDto } from '../dto/application-view.dto.js'
import { TaggingDto, TagManyDto } from '../dto/tagging.dto.js'
import { ApplicationViews } from './application-views.js'
import { CountFound } from './count-found.js'
import { TagMany } from './tag-many.js'

/** What is done with a whole list: counting it, keeping it, giving everybody on it a tag. */
@ApiTags('applications')
@Controller('/api/organizations/:organization/events/:eventId')
export class ListWorkController {
  constructor(
    private readonly counting: CountFound,
    private readonly views: ApplicationViews,
    private readonly tagging: TagMany,
  ) {}

  @May('applications.see')
  @ApiOperation({ summary: 'Counts whom a list shows', description: 'Exactly up to ten thousand.' })
  @Get('application-count')
  @ApiOkResponse({ type: FoundCountDto })
  count(
    @CurrentMember() { organizationId }: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Query() query: ApplicationFilterQuery,
  ): Promise<FoundCountDto> {
    return this.counting.count(organizationId, eventId, query)
  }

  @May('applications.see')
  @ApiOperation({ summary: 'Lists the saved views of a list: your own, and those that the team shares' })
  @Get('application-views')
  @ApiOkResponse({ type: ViewListDto })
  async list(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<ViewListDto> {
    return { items: await this.views.list(member, eventId) }
  }

  @May('applications.see')
  @ApiOperation({ summary: 'Saves a view of the list' })
  @Post('application-views')
  @ApiCreatedResponse({ type: ViewListDto })
  async save(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Body() body: SaveViewDto,
  ): Promise<ViewListDto> {
    await this.views.save(member, eventId, body)
    return { items: await this.views.list(member, eventId) }
  }

  @May('applications.see')
  @ApiOperation({ summary: 'Changes a view of your own' })
  @Put('application-views/:viewId')
  @ApiOkResponse({ type: ViewListDto })
  async replace(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('viewId', EntityId) viewId: string,
    @Body() body: SaveViewDto,
  ): Promise<ViewListDto> {
    await this.views.replace(member, eventId, viewId, body)
    return { items: await this.views.list(member, eventId) }
  }

  @May('applications.see')
  @ApiOperation({ summary: 'Takes a view of your own away' })
  @Delete('application-views/:viewId')
  @HttpCode(200)
  @ApiOkResponse({ type: ViewListDto })
  async remove(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('viewId', EntityId) viewId: string,
  ): Promise<ViewListDto> {
    await this.views.remove(member, eventId, viewId)
    return { items: await this.views.list(member, eventId) }
  }

  @May('applications.tag')
  @ApiOperation({
    summary: 'Gives many applications a tag, or takes it from them',
    description: 'Until the close, and of a pool until its own. It is done in the background; ask how far it has come.',
  })
  @Post('taggings')
  @ApiCreatedResponse({ type: TaggingDto })
  tag(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string, @Body() body: TagManyDto): Promise<TaggingDto> {
    return this.tagging.ask(member, eventId, body)
  }

  @May('applications.tag')
  @ApiOperation({ summary: 'Tells how far a tag has come' })
  @Get('taggings/:taggingId')
  @ApiOkResponse({ type: TaggingDto })
  tagged(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('taggingId', EntityId) id: string,
  ): Promise<TaggingDto> {
    return this.tagging.show(member, eventId, id)
  }
}
