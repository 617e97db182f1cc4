import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { PersonalPageDto, PersonalPages } from '../applications/index.js'
import { BearerToken, CurrentMember, EntityId, May, type Membership, PersonalToken } from '../http/index.js'
import { PersonalSurveyDto, SubmitSurveyDto } from './dto/personal-survey.dto.js'
import { SurveyResultsDto } from './dto/survey-results.dto.js'
import { SurveyResults } from './survey-results.js'
import { Surveys } from './surveys.js'

@ApiTags('personal page')
@ApiBearerAuth()
@PersonalToken()
@Controller('/api/me/survey')
export class SurveysController {
  constructor(
    private readonly pages: PersonalPages,
    private readonly surveys: Surveys,
  ) {}

  @ApiOperation({ summary: 'Shows the survey after the event' })
  @Get()
  @ApiOkResponse({ type: PersonalSurveyDto })
  async show(@BearerToken() token: string): Promise<PersonalSurveyDto> {
    return this.surveys.show(await this.pages.holder(token))
  }

  @ApiOperation({ summary: 'Answers the survey' })
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: PersonalPageDto })
  async submit(@BearerToken() token: string, @Body() { answers }: SubmitSurveyDto): Promise<PersonalPageDto> {
    await this.surveys.submit(await this.pages.holder(token), answers)
    return this.pages.show(token)
  }
}

@ApiTags('insights')
@Controller('/api/organizations/:organization/events/:eventId/survey')
export class SurveyResultsController {
  constructor(private readonly results: SurveyResults) {}

  @ApiOperation({ summary: 'Sums up the answers to the survey' })
  @Get()
  @May('survey.see')
  @ApiOkResponse({ type: SurveyResultsDto })
  show(@CurrentMember() { organizationId }: Membership, @Param('eventId', EntityId) eventId: string): Promise<SurveyResultsDto> {
    return this.results.of(organizationId, eventId)
  }
}
