import { Controller, Get, Param } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../http/index.js'
import { EventHomeDto } from './dto/event-home.dto.js'
import { EventHomes } from './event-home.js'

@ApiTags('insights')
@Controller('/api/organizations/:organization/events/:eventId')
export class InsightsController {
  constructor(private readonly homes: EventHomes) {}

  @ApiOperation({ summary: "Shows the event's home: timeline, next action and figures" })
  @Get('home')
  @May('insights.see')
  @ApiOkResponse({ type: EventHomeDto })
  home(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<EventHomeDto> {
    return this.homes.show(member, eventId)
  }
}
