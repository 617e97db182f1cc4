import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../http/index.js'
import { FormQuery, QuestionsDto } from './dto/event.dto.js'
import { QuestionEffectsView, ReusableFormsView } from './dto/question-effects.dto.js'
import { QuestionEffects } from './question-effects.js'
import { ReusableForms } from './reusable-forms.js'

@ApiTags('events')
@Controller('/api/organizations/:organization')
export class QuestionsController {
  constructor(
    private readonly effects: QuestionEffects,
    private readonly forms: ReusableForms,
  ) {}

  @ApiOperation({
    summary: 'Tells what a change of the form would do to the answers that are there',
    description: 'Changes nothing. The keys of the effects go into `confirm` of the change.',
  })
  @Post('events/:eventId/question-effects')
  @HttpCode(200)
  @May('events.edit')
  @ApiOkResponse({ type: QuestionEffectsView })
  preview(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Body() { questions }: QuestionsDto,
  ): Promise<QuestionEffectsView> {
    return this.effects.preview(member.organizationId, eventId, questions)
  }

  @ApiOperation({ summary: 'Lists the forms of the events that start last, to take questions from' })
  @Get('reusable-forms')
  @May('events.edit')
  @ApiOkResponse({ type: ReusableFormsView })
  reusable(@CurrentMember() member: Membership, @Query() { form }: FormQuery): Promise<ReusableFormsView> {
    return this.forms.list(member.organizationId, form ?? 'application')
  }
}
