import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Public } from '../http/index.js'
import { DrawLogDto } from './dto/draw-log.dto.js'
import { DrawLogQuery, DrawNumberQuery, DrawTicketQuery } from './dto/draw-ticket-query.dto.js'
import { DrawTicketListDto } from './dto/draw-ticket.dto.js'
import { PublicDrawDto } from './dto/public-draw.dto.js'
import { PublicDraws } from './public-draws.js'
import { sendProof } from './send-proof.js'

@ApiTags('draws')
@Public()
@Controller('api/public/:organization/:event/draw')
export class PublicDrawController {
  constructor(private readonly draws: PublicDraws) {}

  @ApiOperation({ summary: 'Shows the draw: seal, round, seed, order and head of the log' })
  @Get()
  @ApiOkResponse({ type: PublicDrawDto })
  show(@Param('organization') organization: string, @Param('event') event: string): Promise<PublicDrawDto> {
    return this.draws.show(organization, event)
  }

  @ApiOperation({ summary: 'Lists the tickets in the order of the draw' })
  @Get('tickets')
  @ApiOkResponse({ type: DrawTicketListDto })
  tickets(
    @Param('organization') organization: string,
    @Param('event') event: string,
    @Query() { after, ticket }: DrawTicketQuery,
  ): Promise<DrawTicketListDto> {
    return this.draws.listTickets(organization, event, after, ticket)
  }

  @ApiOperation({ summary: 'Lists the lines of the public log' })
  @Get('log')
  @ApiOkResponse({ type: DrawLogDto })
  log(@Param('organization') organization: string, @Param('event') event: string, @Query() { after }: DrawLogQuery): Promise<DrawLogDto> {
    return this.draws.listLog(organization, event, after)
  }

  @ApiOperation({ summary: 'Downloads the proof as one JSON file' })
  @Get('bundle.json')
  @ApiProduces('application/json')
  async bundleJson(
    @Param('organization') organization: string,
    @Param('event') event: string,
    @Query() { number }: DrawNumberQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendProof(request, reply, 'draw.json', 'application/json; charset=utf-8', await this.draws.bundleJson(organization, event, number))
  }

  @ApiOperation({ summary: 'Downloads the proof as an archive of its files' })
  @Get('bundle.zip')
  @ApiProduces('application/zip')
  async bundleZip(
    @Param('organization') organization: string,
    @Param('event') event: string,
    @Query() { number }: DrawNumberQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendProof(request, reply, 'draw.zip', 'application/zip', await this.draws.bundleZip(organization, event, number))
  }

  @ApiOperation({ summary: 'Downloads the rules that the manifest names by their hash' })
  @Get('rules.txt')
  @ApiProduces('text/plain')
  @Header('content-type', 'text/plain; charset=utf-8')
  rules(@Param('organization') organization: string, @Param('event') event: string, @Query() { number }: DrawNumberQuery): Promise<string> {
    return this.draws.rules(organization, event, number)
  }
}
