import { Body, Controller, Get, Patch, Post, Req } from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import { readUpload } from '../files/index.js'
import { CurrentMember, Invalid, May, type Membership } from '../http/index.js'
import { ChangeOrganizationDto } from './dto/organization.dto.js'
import { FileUploadDto, FileView, fileKinds, presentFile } from './file.presenter.js'
import { OrganizationSummary, presentOrganization } from './organization.presenter.js'
import { OrganizationsService } from './organizations.service.js'

@ApiTags('organizations')
@Controller('/api/organizations/:organization')
export class OrganizationsController {
  constructor(private readonly organizations: OrganizationsService) {}

  @ApiOperation({ summary: 'Shows the organization' })
  @Get()
  @May('organization.see')
  @ApiOkResponse({ type: OrganizationSummary })
  async view(@CurrentMember() member: Membership): Promise<OrganizationSummary> {
    return presentOrganization(await this.organizations.find(member))
  }

  @ApiOperation({ summary: 'Changes what the body names of the organization' })
  @Patch()
  @May('organization.change')
  @ApiOkResponse({ type: OrganizationSummary })
  async change(@CurrentMember() member: Membership, @Body() body: ChangeOrganizationDto): Promise<OrganizationSummary> {
    return presentOrganization(await this.organizations.change(member, body))
  }

  @ApiOperation({
    summary: 'Keeps a picture',
    description: 'A JPEG, PNG or WebP of at most 10 MB. The field `kind` comes before the field `file`.',
  })
  @Post('files')
  @May('files.upload')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: FileUploadDto })
  @ApiCreatedResponse({ type: FileView })
  async upload(@CurrentMember() member: Membership, @Req() request: FastifyRequest): Promise<FileView> {
    const { bytes, fields } = await readUpload(request)
    const kind = fileKinds.find((candidate) => candidate === fields.kind)
    if (!kind) throw new Invalid([{ path: 'kind', code: 'problems:field.oneOf', values: { values: fileKinds.join(', ') } }])
    return presentFile(await this.organizations.keepFile(member, kind, bytes))
  }
}
