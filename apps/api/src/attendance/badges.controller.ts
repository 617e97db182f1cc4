import { Controller, Get, Param, Req, Res } from '@nestjs/common'
import { ApiBearerAuth, ApiExcludeController, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendFile } from '../agenda/index.js'
import { BearerToken, PersonalToken } from '../http/index.js'
import { PrintedBadges } from './printed-badges.js'

/** The badge for programs that hold the personal token. */
@ApiTags('personal page')
@ApiBearerAuth()
@PersonalToken()
@Controller('/api/me')
export class BadgesController {
  constructor(private readonly badges: PrintedBadges) {}

  @ApiOperation({ summary: 'Downloads the badge as PDF' })
  @Get('badge.pdf')
  @ApiProduces('application/pdf')
  async pdf(@BearerToken() token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendFile(request, reply, await this.badges.of(token, 'pdf'))
  }

  @ApiOperation({ summary: 'Downloads the badge as a picture' })
  @Get('badge.png')
  @ApiProduces('image/png')
  async png(@BearerToken() token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendFile(request, reply, await this.badges.of(token, 'png'))
  }
}

/** The same behind the links of the personal page. */
@ApiExcludeController()
@PersonalToken()
@Controller('/me/:token')
export class BadgeLinksController {
  constructor(private readonly badges: PrintedBadges) {}

  @Get('badge.pdf')
  async pdf(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendFile(request, reply, await this.badges.of(token, 'pdf'))
  }

  @Get('badge.png')
  async png(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendFile(request, reply, await this.badges.of(token, 'png'))
  }
}
