import { Controller, Get, Param } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../../http/index.js'
import { RefusalListDto } from '../dto/refusals.dto.js'
import { RefusalCounts } from './refusal-counts.js'

@ApiTags('applications')
@Controller('/api/organizations/:organization/events/:eventId/refusals')
export class RefusalsController {
  constructor(private readonly counts: RefusalCounts) {}

  @May('applications.see')
  @ApiOperation({ summary: 'Tells how many applications were refused on each day, and why', description: 'Counts only: no addresses.' })
  @Get()
  @ApiOkResponse({ type: RefusalListDto })
  async list(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<RefusalListDto> {
    return { items: await this.counts.ofEvent(member, eventId) }
  }
}
