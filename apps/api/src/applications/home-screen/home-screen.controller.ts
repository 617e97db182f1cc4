import { Controller, Get, Param, Req, Res } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DataSource } from 'typeorm'
import { Events } from '../../events/index.js'
import { localeOf, NotFound, PageRenderer, PersonalToken, Public, translate } from '../../http/index.js'
import { PersonalPages } from '../personal-pages.js'
import { type AppIcon, AppIcons, appIcons } from './app-icons.js'
import { appManifest } from './app-manifest.js'

/** What lets a personal page stand on a home screen and open without a connection. */
@ApiExcludeController()
@Controller()
export class HomeScreenController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: Events,
    private readonly pages: PersonalPages,
    private readonly icons: AppIcons,
    private readonly renderer: PageRenderer,
  ) {}

  /** The page without anybody's data; a device keeps it and fills it with what it saw last. */
  @Get('/me/shell')
  @Public()
  async shell(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const title = translate(localeOf(request), 'applications:page.shell')
    await this.renderer.send(request, reply, { title, robots: 'noindex', data: { kind: 'app' } })
  }

  @Get('/me/:token/app.webmanifest')
  @PersonalToken()
  async manifest(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const application = await this.pages.holder(token)
    const { manager } = this.dataSource
    const event = await this.events.byId(manager, application.organizationId, application.eventId)
    const organization = await this.events.organizationOf(manager, event)
    reply
      .type('application/manifest+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(appManifest(application, event, organization, token)))
  }

  @Get('/icons/:organization/:icon')
  @Public()
  async icon(@Param('organization') slug: string, @Param('icon') file: string, @Res() reply: FastifyReply): Promise<void> {
    const name = (Object.keys(appIcons) as AppIcon[]).find((icon) => file === `${icon}.png`)
    if (!name) throw new NotFound()
    const png = await this.icons.draw(slug, name)
    reply.type('image/png').header('cache-control', 'public, max-age=86400').send(png)
  }
}
