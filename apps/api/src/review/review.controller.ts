import { Body, Controller, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { sendAnswerFile } from '../applications/index.js'
import { CurrentMember, EntityId, May, type Membership } from '../http/index.js'
import { NextReviewDto, ReviewDeskDto, ReviewTaskDto, ScoreDto } from './dto/review-desk.dto.js'
import { ReviewOverviewDto } from './dto/review-overview.dto.js'
import { GiveApplication } from './give-application.js'
import { ReviewDesk } from './review-desk.js'
import { ReviewOverview } from './review-overview.js'
import { ScoreApplication } from './score-application.js'

@ApiTags('review')
@Controller('/api/organizations/:organization/events/:eventId/review')
export class ReviewController {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly applications: GiveApplication,
    private readonly scores: ScoreApplication,
    private readonly overview: ReviewOverview,
  ) {}

  @May('reviews.write')
  @ApiOperation({ summary: 'Shows a reviewer the criteria, how far she is and what she has scored' })
  @Get()
  @ApiOkResponse({ type: ReviewDeskDto })
  show(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<ReviewDeskDto> {
    return this.desk.show(member, eventId)
  }

  @May('reviews.write')
  @ApiOperation({
    summary: 'Hands a reviewer the next application to score',
    description: 'The one she has in hand until she has scored it.',
  })
  @Post('next')
  @HttpCode(200)
  @ApiOkResponse({ type: NextReviewDto })
  async next(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<NextReviewDto> {
    const review = await this.applications.next(member, eventId)
    return { task: review && (await this.desk.task(member, eventId, review.id)) }
  }

  @May('reviews.see')
  @ApiOperation({ summary: 'Shows progress, disagreement, calibration and what the scores would decide' })
  @Get('overview')
  @ApiOkResponse({ type: ReviewOverviewDto })
  showAll(@CurrentMember() { organizationId }: Membership, @Param('eventId', EntityId) eventId: string): Promise<ReviewOverviewDto> {
    return this.overview.show(organizationId, eventId)
  }

  @May('reviews.write')
  @ApiOperation({ summary: 'Shows an application that this reviewer has or had in hand' })
  @Get('mine/:reviewId')
  @ApiOkResponse({ type: ReviewTaskDto })
  task(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('reviewId', EntityId) reviewId: string,
  ): Promise<ReviewTaskDto> {
    return this.desk.task(member, eventId, reviewId)
  }

  @May('reviews.write')
  @ApiOperation({
    summary: 'Shows a file that somebody sent with an application that this reviewer has or had in hand',
    description: 'None while the review is blind.',
  })
  @Get('mine/:reviewId/files/:questionId')
  @ApiOkResponse({ content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  async file(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('reviewId', EntityId) reviewId: string,
    @Param('questionId', EntityId) questionId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, bytes } = await this.desk.file(member, eventId, reviewId, questionId)
    sendAnswerFile(reply, file, bytes)
  }

  @May('reviews.write')
  @ApiOperation({ summary: 'Scores an application, or scores it again', description: 'Until the scores are final.' })
  @Put('mine/:reviewId/score')
  @HttpCode(200)
  @ApiOkResponse({ type: ReviewDeskDto })
  async score(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('reviewId', EntityId) reviewId: string,
    @Body() { points, note }: ScoreDto,
  ): Promise<ReviewDeskDto> {
    await this.scores.score(member, eventId, reviewId, points, note ?? '')
    return this.desk.show(member, eventId)
  }

  @May('reviews.write')
  @ApiOperation({
    summary: 'Declares that the reviewer knows the person',
    description: 'The application goes to somebody else; scores of hers do not count.',
  })
  @Put('mine/:reviewId/conflict')
  @HttpCode(200)
  @ApiOkResponse({ type: ReviewDeskDto })
  async conflict(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('reviewId', EntityId) reviewId: string,
  ): Promise<ReviewDeskDto> {
    await this.scores.declareConflict(member, eventId, reviewId)
    return this.desk.show(member, eventId)
  }
}
