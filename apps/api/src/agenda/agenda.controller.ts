import { Controller, Get, Param, Req, Res } from '@nestjs/common'
import { ApiBearerAuth, ApiExcludeController, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { BearerToken, NotFound, PersonalToken } from '../http/index.js'
import { PersonalFiles } from './personal-files.js'
import { PersonalCalendars } from './personal-calendars.js'
import { sendFile } from './send-file.js'

/** Calendar and programme for programs that hold the personal token. */
@ApiTags('personal page')
@ApiBearerAuth()
@PersonalToken()
@Controller('/api/me')
export class AgendaController {
  constructor(private readonly files: PersonalFiles) {}

  @ApiOperation({ summary: 'Downloads the event as a calendar file' })
  @Get('event.ics')
  @ApiProduces('text/calendar')
  async calendar(@BearerToken() token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendFile(request, reply, await this.files.calendar(token))
  }

  @ApiOperation({ summary: 'Downloads the agenda as PDF' })
  @Get('agenda.pdf')
  @ApiProduces('application/pdf')
  async agenda(@BearerToken() token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendFile(request, reply, await this.files.agenda(token))
  }
}

/** The same behind the links of the personal page, and the feed. */
@ApiExcludeController()
@Controller()
export class AgendaLinksController {
  constructor(
    private readonly files: PersonalFiles,
    private readonly calendars: PersonalCalendars,
  ) {}

  @Get('/me/:token/event.ics')
  @PersonalToken()
  async calendar(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendFile(request, reply, await this.files.calendar(token))
  }

  @Get('/me/:token/agenda.pdf')
  @PersonalToken()
  async agenda(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendFile(request, reply, await this.files.agenda(token))
  }

  /** The secret in the address is all that calendar programs can bring. */
  @Get('/calendar/:file')
  @PersonalToken()
  async feed(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!file.endsWith('.ics')) throw new NotFound()
    const body = await this.calendars.feed(file.slice(0, -'.ics'.length))
    sendFile(request, reply, { body, type: 'text/calendar; charset=utf-8', name: 'calendar.ics', disposition: 'inline' })
  }
}
