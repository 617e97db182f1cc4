import { Controller, Get, Req, Res } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Public } from '../http/index.js'
import { PublicOrganization } from './organization-page.presenter.js'
import { PublicAnswers } from './public-answers.js'
import { PublicEvent } from './public-event.presenter.js'

@ApiTags('public')
@Public()
@Controller('/api/public')
export class PublicEventsController {
  constructor(private readonly answers: PublicAnswers) {}

  @ApiOperation({ summary: 'Shows an organization and its published events' })
  @Get(':organization')
  @ApiParam({ name: 'organization', type: String })
  @ApiOkResponse({ type: PublicOrganization })
  organization(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answers.sendOrganization(request, reply)
  }

  @ApiOperation({ summary: 'Shows a published event' })
  @Get(':organization/:event')
  @ApiParam({ name: 'organization', type: String })
  @ApiParam({ name: 'event', type: String })
  @ApiOkResponse({ type: PublicEvent })
  event(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answers.sendEvent(request, reply)
  }
}
