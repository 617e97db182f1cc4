import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import { CurrentMember, EntityId, localeOf, May, type Membership } from '../../http/index.js'
import { ImportDetailDto, ImportListDto, ImportPlanDto } from './dto.js'
import { ForgetImports } from './forget-imports.js'
import { ImportList } from './import-list.js'
import { PlanImport } from './plan-import.js'
import { withReceivedFile } from './receive-file.js'
import { StartImport } from './start-import.js'
import { UploadImport } from './upload-import.js'

@ApiTags('imports')
@May('applications.import')
@Controller('/api/organizations/:organization/events/:eventId/imports')
export class ImportsController {
  constructor(
    private readonly uploading: UploadImport,
    private readonly planning: PlanImport,
    private readonly starting: StartImport,
    private readonly forgetting: ForgetImports,
    private readonly list: ImportList,
  ) {}

  @ApiOperation({ summary: 'Uploads a CSV file with applications from another form', description: 'At most 30 MB and 100,000 rows.' })
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: ImportDetailDto })
  async upload(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportDetailDto> {
    const { id } = await withReceivedFile(request, (file) => this.uploading.run(member, eventId, file))
    return this.list.one(member, eventId, id, localeOf(request))
  }

  @ApiOperation({ summary: 'Lists the files that were brought' })
  @Get()
  @ApiOkResponse({ type: ImportListDto })
  async latest(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportListDto> {
    return { items: await this.list.of(member, eventId, localeOf(request)) }
  }

  @ApiOperation({ summary: 'Tells how far an import is, and what is wrong with which row' })
  @Get(':importId')
  @ApiOkResponse({ type: ImportDetailDto })
  show(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('importId', EntityId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportDetailDto> {
    return this.list.one(member, eventId, id, localeOf(request))
  }

  @ApiOperation({ summary: 'Says what the columns hold, and has every row looked at without taking it in' })
  @Put(':importId/plan')
  @HttpCode(200)
  @ApiOkResponse({ type: ImportDetailDto })
  async plan(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('importId', EntityId) id: string,
    @Body() plan: ImportPlanDto,
    @Req() request: FastifyRequest,
  ): Promise<ImportDetailDto> {
    await this.planning.run(await this.list.find(member, eventId, id), { ...plan, handle: plan.handle ?? null })
    return this.list.one(member, eventId, id, localeOf(request))
  }

  @ApiOperation({ summary: 'Takes the rows in that are right' })
  @Post(':importId/run')
  @HttpCode(200)
  @ApiOkResponse({ type: ImportDetailDto })
  async run(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('importId', EntityId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportDetailDto> {
    await this.starting.run(member, await this.list.find(member, eventId, id))
    return this.list.one(member, eventId, id, localeOf(request))
  }

  @ApiOperation({ summary: 'Deletes the file, or stops taking its rows in; who is in stays in' })
  @Delete(':importId')
  @HttpCode(204)
  @ApiNoContentResponse()
  async forget(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('importId', EntityId) id: string,
  ): Promise<void> {
    await this.list.find(member, eventId, id)
    await this.forgetting.forget(id)
  }
}
