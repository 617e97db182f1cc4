import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common'
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { DataSource } from 'typeorm'
import { Events } from '../../events/index.js'
import { FileDisk } from '../../files/index.js'
import { Conflict, CurrentMember, EntityId, May, type Membership } from '../../http/index.js'
import { ExportDto, ExportListDto, RequestExportDto } from './dto.js'
import { exportPath, mediaTypes } from './export-files.js'
import { ExportList } from './export-list.js'
import { ForgetExports } from './forget-exports.js'
import { RequestExport } from './request-export.js'

@ApiTags('exports')
@May('applications.export')
@Controller('/api/organizations/:organization/events/:eventId/exports')
export class ExportsController {
  constructor(
    private readonly requesting: RequestExport,
    private readonly list: ExportList,
    private readonly forgetting: ForgetExports,
    private readonly disk: FileDisk,
    private readonly events: Events,
    private readonly dataSource: DataSource,
  ) {}

  @ApiOperation({ summary: 'Asks for the applications as a file' })
  @Post()
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ExportDto })
  async request(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Body() body: RequestExportDto,
  ): Promise<ExportDto> {
    const { id } = await this.requesting.run(member, eventId, body)
    return this.list.one(member, eventId, id)
  }

  @ApiOperation({ summary: 'Lists the files of the last days' })
  @Get()
  @ApiOkResponse({ type: ExportListDto })
  async latest(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<ExportListDto> {
    return { items: await this.list.of(member, eventId) }
  }

  @ApiOperation({ summary: 'Tells how far a file is' })
  @Get(':exportId')
  @ApiOkResponse({ type: ExportDto })
  show(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('exportId', EntityId) id: string,
  ): Promise<ExportDto> {
    return this.list.one(member, eventId, id)
  }

  @ApiOperation({ summary: 'Downloads a file that is done' })
  @Get(':exportId/file')
  @ApiProduces(...Object.values(mediaTypes))
  async download(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('exportId', EntityId) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.list.find(member, eventId, id)
    if (found.doneAt === null) throw new Conflict('exports:notDone')
    const { slug } = await this.events.byId(this.dataSource.manager, member.organizationId, eventId)
    const { bytes, size } = await this.disk.stream(exportPath(found))
    void reply
      .header('content-disposition', `attachment; filename="${slug}-${found.askedAt.toISOString().slice(0, 10)}.${found.format}"`)
      .header('content-length', size)
      .type(mediaTypes[found.format])
      .send(bytes)
  }

  @ApiOperation({ summary: 'Deletes a file, or stops making it' })
  @Delete(':exportId')
  @HttpCode(204)
  @ApiNoContentResponse()
  async forget(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('exportId', EntityId) id: string,
  ): Promise<void> {
    await this.forgetting.forget(await this.list.find(member, eventId, id))
  }
}
