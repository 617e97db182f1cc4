import { Body, Controller, HttpCode, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { PersonalPageDto, PersonalPages } from '../applications/index.js'
import { BearerToken, PersonalToken } from '../http/index.js'
import { AppealExclusion } from './appeal-exclusion.js'
import { AppealDto } from './dto/exclusion-wish.dto.js'

@ApiTags('personal page')
@ApiBearerAuth()
@PersonalToken()
@Controller('api/me/appeal')
export class AppealsController {
  constructor(
    private readonly pages: PersonalPages,
    private readonly appeals: AppealExclusion,
  ) {}

  @ApiOperation({ summary: 'Appeals against an exclusion, once' })
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: PersonalPageDto })
  async appeal(@BearerToken() token: string, @Body() { text }: AppealDto): Promise<PersonalPageDto> {
    await this.appeals.appeal(await this.pages.holder(token), text)
    return this.pages.show(token)
  }
}
