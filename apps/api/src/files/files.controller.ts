import { Controller, Get, Param, Res } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { Public } from '../http/access.js'
import { EntityId } from '../http/entity-id.js'
import { NotFound } from '../http/errors.js'
import { type Rendition, renditions } from './file-kinds.js'
import { FileStore } from './file-store.js'

@ApiTags('files')
@Controller('/files')
export class FilesController {
  constructor(private readonly files: FileStore) {}

  @Public()
  @ApiOperation({ summary: 'Shows a picture in one of its sizes', description: 'It never changes under its id.' })
  @Get(':id/:rendition')
  @ApiParam({ name: 'rendition', enum: [...renditions] })
  @ApiOkResponse({ content: { 'image/webp': { schema: { type: 'string', format: 'binary' } } } })
  async read(@Param('id', EntityId) id: string, @Param('rendition') name: string, @Res() reply: FastifyReply): Promise<void> {
    const rendition = renditions.find((candidate): candidate is Rendition => candidate === name)
    const file = rendition && (await this.files.read(id, rendition))
    if (!file) throw new NotFound()
    reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-disposition', 'inline')
      .header('cross-origin-resource-policy', 'cross-origin')
      .type(file.contentType)
      .send(file.bytes)
  }
}
