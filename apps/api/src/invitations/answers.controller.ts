import { Body, Controller, HttpCode, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { PersonalPageDto, PersonalPages } from '../applications/index.js'
import { BearerToken, PersonalToken } from '../http/index.js'
import { AnswerInvitation } from './answer-invitation.js'
import { AnswerInvitationDto } from './dto/answer.dto.js'

@ApiTags('personal page')
@ApiBearerAuth()
@PersonalToken()
@Controller('api/me')
export class AnswersController {
  constructor(
    private readonly pages: PersonalPages,
    private readonly answers: AnswerInvitation,
  ) {}

  @ApiOperation({ summary: 'Accepts or declines an invitation' })
  @Post('answer')
  @HttpCode(200)
  @ApiOkResponse({ type: PersonalPageDto })
  async answer(@BearerToken() token: string, @Body() { answer }: AnswerInvitationDto): Promise<PersonalPageDto> {
    await this.answers.answer(await this.pages.holder(token), answer)
    return this.pages.show(token)
  }

  @ApiOperation({ summary: 'Gives an accepted seat back' })
  @Post('return')
  @HttpCode(200)
  @ApiOkResponse({ type: PersonalPageDto })
  async returnSeat(@BearerToken() token: string): Promise<PersonalPageDto> {
    await this.answers.returnSeat(await this.pages.holder(token))
    return this.pages.show(token)
  }
}
