import { Controller, Get, Ip, Param, Post, Req, Res } from '@nestjs/common'
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { readUpload } from '../../files/index.js'
import { BearerToken, CurrentMember, EntityId, May, type Membership, NotFound, PersonalToken, Public } from '../../http/index.js'
import { ApplicationRepository } from '../application.repository.js'
import { PersonalPages } from '../personal-pages.js'
import { AnswerFileDto, AnswerFileListDto, AnswerUploadDto } from './answer-file.dto.js'
import { AnswerFiles } from './answer-files.js'
import { ReceiveFile } from './receive-file.js'
import { sendAnswerFile } from './send-answer-file.js'

const binary = { content: { '*/*': { schema: { type: 'string', format: 'binary' } } } } as const

@ApiTags('applications')
@Controller('/api')
export class AnswerFilesController {
  constructor(
    private readonly receiveFile: ReceiveFile,
    private readonly files: AnswerFiles,
    private readonly pages: PersonalPages,
    private readonly applications: ApplicationRepository,
  ) {}

  @Public()
  @ApiOperation({
    summary: 'Sends a file ahead of an application',
    description:
      'A picture or a PDF of at most 10 MB, in the field `file`. Its id is the answer; what no application names within a day is forgotten.',
  })
  @Post('public/:organization/:event/files')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: AnswerUploadDto })
  @ApiCreatedResponse({ type: AnswerFileDto })
  upload(
    @Param('organization') organization: string,
    @Param('event') event: string,
    @Ip() ip: string,
    @Req() request: FastifyRequest,
  ): Promise<AnswerFileDto> {
    return this.receiveFile.run(organization, event, ip, () => readUpload(request))
  }

  @May('applications.see')
  @ApiOperation({ summary: 'Shows a file that somebody sent with an application' })
  @Get('organizations/:organization/events/:eventId/applications/:applicationId/files/:fileId')
  @ApiOkResponse(binary)
  async ofApplication(
    @CurrentMember() { organizationId }: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('applicationId', EntityId) applicationId: string,
    @Param('fileId', EntityId) fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const application = await this.applications.ofOrganization(organizationId, applicationId)
    if (application?.eventId !== eventId) throw new NotFound()
    const { file, bytes } = await this.files.read(application.id, fileId)
    sendAnswerFile(reply, file, bytes)
  }

  @PersonalToken()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Lists the files of an application' })
  @Get('me/files')
  @ApiOkResponse({ type: AnswerFileListDto })
  async own(@BearerToken() token: string): Promise<AnswerFileListDto> {
    const files = await this.files.ofApplication((await this.pages.holder(token)).id)
    return { items: files.map(({ id, kind, size, name }) => ({ id, kind, size, name })) }
  }

  @PersonalToken()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Shows one file of an application' })
  @Get('me/files/:fileId')
  @ApiOkResponse(binary)
  async ownFile(@BearerToken() token: string, @Param('fileId', EntityId) fileId: string, @Res() reply: FastifyReply): Promise<void> {
    const { file, bytes } = await this.files.read((await this.pages.holder(token)).id, fileId)
    sendAnswerFile(reply, file, bytes)
  }
}
