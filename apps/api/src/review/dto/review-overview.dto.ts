import { ApiProperty } from '@nestjs/swagger'
import type { ReviewPhase } from '../review-window.js'

export class ReviewTotalsDto {
  @ApiProperty({ type: 'integer' }) applications: number
  @ApiProperty({ type: 'integer', description: 'Scores when every application has been read as often as the rule says.' }) needed: number
  @ApiProperty({ type: 'integer' }) scored: number
}

/** How one reviewer is getting on, and how she scores beside the others; in percent of the highest score. */
export class ReviewerDto {
  @ApiProperty({ type: String, format: 'uuid' }) userId: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: 'integer' }) scored: number
  @ApiProperty({ type: 'integer' }) conflicts: number
  @ApiProperty({ type: Number, nullable: true }) mean: number | null
  @ApiProperty({ type: Number, nullable: true, description: 'Standard deviation of her scores.' }) spread: number | null
  @ApiProperty({ type: Number, nullable: true, description: 'Her mean less that of the others for the same applications.' })
  difference: number | null
}

export class DisagreementDto {
  @ApiProperty({ type: String, format: 'uuid' }) applicationId: string
  @ApiProperty({ type: String }) ticketNumber: string
  @ApiProperty({ type: Number }) lowest: number
  @ApiProperty({ type: Number }) highest: number
}

export class ScoreBucketDto {
  @ApiProperty({ type: Number, description: 'Percent of the highest score; the bucket reaches to the next.' }) from: number
  @ApiProperty({ type: 'integer' }) count: number
}

export class OutcomeCountsDto {
  @ApiProperty({ type: 'integer' }) seat: number
  @ApiProperty({ type: 'integer' }) draw: number
  @ApiProperty({ type: 'integer' }) belowThreshold: number
  @ApiProperty({ type: 'integer' }) notReviewed: number
}

/** The review as the organizers see it. */
export class ReviewOverviewDto {
  @ApiProperty({ type: String, enum: ['none', 'before', 'open', 'over'] }) phase: ReviewPhase
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) until: string | null
  @ApiProperty({ type: String, enum: ['top', 'threshold'], nullable: true }) outcome: 'top' | 'threshold' | null
  @ApiProperty({ type: 'integer', nullable: true, description: 'Seats of the best; null for a threshold.' }) seats: number | null
  @ApiProperty({ type: ReviewTotalsDto }) totals: ReviewTotalsDto
  @ApiProperty({ type: ReviewerDto, isArray: true }) reviewers: ReviewerDto[]
  @ApiProperty({ type: DisagreementDto, isArray: true, description: 'The widest first.' }) disagreements: DisagreementDto[]
  @ApiProperty({ type: ScoreBucketDto, isArray: true }) distribution: ScoreBucketDto[]
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'The threshold, or the lowest score with a seat, in percent; null while no score has one.',
  })
  line: number | null
  @ApiProperty({ type: OutcomeCountsDto, description: 'As the scores stand now.' }) now: OutcomeCountsDto
  @ApiProperty({
    type: 'integer',
    description: 'For how many the outcome would differ if scores were adjusted by calibration. They are not.',
  })
  adjustedChanges: number
}
