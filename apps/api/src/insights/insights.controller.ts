import { Controller, Get, Param, Req, Res } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { CurrentMember, EntityId, May, type Membership } from '../http/index.js'
import { EventHomeDto } from './dto/event-home.dto.js'
import { LiveDto } from './dto/live.dto.js'
import { EventHomes } from './event-home.js'
import { LiveFigures } from './live/live-figures.js'
import { LiveStreams, type Topic } from './live/live-streams.js'

const streamed = 'With Accept: text/event-stream the answer goes on: an event `state` with all of it at each change.'

@ApiTags('insights')
@Controller('/api/organizations/:organization/events/:eventId')
export class InsightsController {
  constructor(
    private readonly homes: EventHomes,
    private readonly figures: LiveFigures,
    private readonly streams: LiveStreams,
  ) {}

  @ApiOperation({ summary: "Shows the event's home: timeline, next action and figures", description: streamed })
  @Get('home')
  @May('insights.see')
  @ApiOkResponse({ type: EventHomeDto })
  home(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const read = () => this.homes.show(member, eventId)
    return this.#answer(request, reply, member, { key: `home/${eventId}/${member.role}`, verb: 'insights.see', read })
  }

  @ApiOperation({ summary: 'Shows how applications come in, and where from', description: streamed })
  @Get('live')
  @May('applications.see')
  @ApiOkResponse({ type: LiveDto })
  live(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const read = () => this.figures.of(member, eventId)
    return this.#answer(request, reply, member, { key: `live/${eventId}`, verb: 'applications.see', read })
  }

  async #answer(request: FastifyRequest, reply: FastifyReply, member: Membership, topic: Topic): Promise<void> {
    if (LiveStreams.wanted(request)) await this.streams.open(request, reply, member, topic)
    else reply.send(await topic.read())
  }
}
