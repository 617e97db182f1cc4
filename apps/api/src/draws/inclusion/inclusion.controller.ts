import { Controller, Get, Header } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { PersonalPages } from '../../applications/index.js'
import { BearerToken, PersonalToken } from '../../http/index.js'
import { InclusionDto } from './inclusion.dto.js'
import { Inclusions } from './inclusions.js'

@ApiTags('personal page')
@ApiBearerAuth()
@PersonalToken()
@Controller('api/me/inclusion')
export class InclusionController {
  constructor(
    private readonly pages: PersonalPages,
    private readonly inclusions: Inclusions,
  ) {}

  @ApiOperation({ summary: 'Proves that a ticket is in the sealed list' })
  @Get()
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: InclusionDto })
  async show(@BearerToken() token: string): Promise<InclusionDto> {
    return { inclusion: await this.inclusions.of(await this.pages.holder(token)) }
  }
}
