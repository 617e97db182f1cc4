import { Controller, Get, Param } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { Public } from '../http/index.js'
import { PublicOrganization } from './organization-page.presenter.js'
import { PublicEvent } from './public-event.presenter.js'
import { PublicEvents } from './public-events.js'

@ApiTags('public')
@Public()
@Controller('/api/public')
export class PublicEventsController {
  constructor(private readonly events: PublicEvents) {}

  @ApiOperation({ summary: 'Shows an organization and its published events' })
  @Get(':organization')
  @ApiOkResponse({ type: PublicOrganization })
  organization(@Param('organization') organization: string): Promise<PublicOrganization> {
    return this.events.organization(organization)
  }

  @ApiOperation({ summary: 'Shows a published event' })
  @Get(':organization/:event')
  @ApiOkResponse({ type: PublicEvent })
  event(@Param('organization') organization: string, @Param('event') event: string): Promise<PublicEvent> {
    return this.events.find(organization, event)
  }
}
