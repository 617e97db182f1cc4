import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../http/index.js'
import { CancelEvent } from './cancel-event.js'
import { ChangeEvent } from './change-event.js'
import { CreateEvent } from './create-event.js'
import { DeleteDraft } from './delete-draft.js'
import { CancelEventDto, CreateEventDto, EventInput } from './dto/event.dto.js'
import { DuplicateEvent } from './duplicate-event.js'
import { EventDetail } from './event-detail.presenter.js'
import { EventList } from './event-summary.presenter.js'
import { PublicEvent } from './public-event.presenter.js'
import { PublicEvents } from './public-events.js'
import { PublishEvent } from './publish-event.js'
import { TeamEvents } from './team-events.js'

@ApiTags('events')
@Controller('/api/organizations/:organization/events')
export class EventsController {
  constructor(
    private readonly events: TeamEvents,
    private readonly publicEvents: PublicEvents,
    private readonly createEvent: CreateEvent,
    private readonly changeEvent: ChangeEvent,
    private readonly publishEvent: PublishEvent,
    private readonly cancelEvent: CancelEvent,
    private readonly duplicateEvent: DuplicateEvent,
    private readonly deleteDraft: DeleteDraft,
  ) {}

  @ApiOperation({ summary: 'Lists the events, drafts too' })
  @Get()
  @May('events.see')
  @ApiQuery({ name: 'cursor', required: false, type: String })
  @ApiOkResponse({ type: EventList })
  list(@CurrentMember() member: Membership, @Query('cursor') cursor: unknown): Promise<EventList> {
    return this.events.list(member, cursor)
  }

  @ApiOperation({ summary: 'Begins a draft' })
  @Post()
  @May('events.edit')
  @ApiCreatedResponse({ type: EventDetail })
  async create(@CurrentMember() member: Membership, @Body() body: CreateEventDto): Promise<EventDetail> {
    const { id } = await this.createEvent.run(member, body)
    return this.events.detail(member, id)
  }

  @ApiOperation({ summary: 'Shows an event with all that can be edited' })
  @Get(':eventId')
  @May('events.see')
  @ApiOkResponse({ type: EventDetail })
  view(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<EventDetail> {
    return this.events.detail(member, eventId)
  }

  @ApiOperation({
    summary: 'Changes what the body names of an event',
    description: 'If-Match holds the version that is being changed; a stale one answers 412.',
  })
  @Patch(':eventId')
  @May('events.edit')
  @ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The version that is being changed, in quotes',
    schema: { type: 'string', example: '"3"' },
  })
  @ApiOkResponse({ type: EventDetail })
  async change(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: EventInput,
  ): Promise<EventDetail> {
    await this.changeEvent.run(member, eventId, ifMatch, body)
    return this.events.detail(member, eventId)
  }

  @ApiOperation({ summary: 'Deletes a draft', description: 'What has been published can only be cancelled.' })
  @Delete(':eventId')
  @May('events.edit')
  @HttpCode(204)
  @ApiNoContentResponse()
  delete(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<void> {
    return this.deleteDraft.run(member, eventId)
  }

  @ApiOperation({ summary: 'Publishes a draft', description: 'Answers 422 with what is missing.' })
  @Post(':eventId/publication')
  @May('events.publish')
  @HttpCode(200)
  @ApiOkResponse({ type: EventDetail })
  async publish(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<EventDetail> {
    await this.publishEvent.run(member, eventId)
    return this.events.detail(member, eventId)
  }

  @ApiOperation({ summary: 'Calls an event off, for good', description: 'Everybody who applied is told by mail.' })
  @Post(':eventId/cancellation')
  @May('events.cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: EventDetail })
  async cancel(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Body() body: CancelEventDto,
  ): Promise<EventDetail> {
    await this.cancelEvent.run(member, eventId, body)
    return this.events.detail(member, eventId)
  }

  @ApiOperation({ summary: 'Makes a new draft like this event, with dates of its own' })
  @Post(':eventId/duplicate')
  @May('events.edit')
  @ApiCreatedResponse({ type: EventDetail })
  async duplicate(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<EventDetail> {
    const { id } = await this.duplicateEvent.run(member, eventId)
    return this.events.detail(member, id)
  }

  @ApiOperation({ summary: 'Shows the event as everybody will see it, drafts too' })
  @Get(':eventId/preview')
  @May('events.see')
  @ApiOkResponse({ type: PublicEvent })
  preview(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<PublicEvent> {
    return this.publicEvents.preview(member.organizationId, eventId)
  }
}
