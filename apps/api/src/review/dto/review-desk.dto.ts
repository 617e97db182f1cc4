import { type Answer, type FileKind, fileKinds, type QuestionType, questionTypes } from '#forms'
import { ApiProperty } from '@nestjs/swagger'
import { applyDecorators } from '@nestjs/common'
import { fieldRule } from '../../http/dto/field-rule.js'
import { Optional, Text } from '../../http/dto/index.js'
import { type ReviewState, reviewStates } from '../review.entity.js'
import type { ReviewPhase } from '../review-window.js'

/** Only that it is an object is seen here; the use case knows the criteria. */
function PointsByCriterion(): PropertyDecorator {
  return applyDecorators(
    fieldRule('object', (value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
    fieldRule('points', (value) => Object.values(value ?? {}).every((points) => typeof points === 'number')),
    ApiProperty({ type: 'object', additionalProperties: { type: 'integer', minimum: 1, maximum: 5 } }),
  )
}

export class ScoreDto {
  @PointsByCriterion() points: Record<string, number>
  /** For the team; the applicant never reads it. */
  @Optional() @Text({ max: 1000, min: 0, multiline: true }) note?: string | null
}

export class CriterionDto {
  @ApiProperty({ type: String }) id: string
  @ApiProperty({ type: String }) label: string
  @ApiProperty({ type: 'integer' }) weight: number
}

export class OwnProgressDto {
  @ApiProperty({ type: 'integer' }) scored: number
  @ApiProperty({ type: 'integer' }) conflicts: number
  @ApiProperty({ type: 'integer', description: 'Applications that could still be given to this reviewer.' }) left: number
}

export class OwnReviewDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: 'integer', description: 'The how-manieth of hers; says nothing about the application.' }) number: number
  @ApiProperty({ type: String, enum: reviewStates }) state: ReviewState
  @ApiProperty({ type: Number, nullable: true, description: 'Of the highest score.' }) percent: number | null
  @ApiProperty({ type: String, format: 'date-time' }) changedAt: string
}

/** What a reviewer finds: the rule, how far she is, what she has read. */
export class ReviewDeskDto {
  @ApiProperty({ type: String, enum: ['none', 'before', 'open', 'over'] }) phase: ReviewPhase
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) until: string | null
  @ApiProperty({ type: Boolean }) blind: boolean
  @ApiProperty({ type: 'integer' }) reviewsEach: number
  @ApiProperty({ type: CriterionDto, isArray: true }) criteria: CriterionDto[]
  @ApiProperty({ type: OwnProgressDto }) mine: OwnProgressDto
  @ApiProperty({ type: OwnReviewDto, isArray: true }) own: OwnReviewDto[]
}

/** A file that somebody sent. Its id is none of a reviewer's business: it says when it was sent. */
export class ReviewedFileDto {
  @ApiProperty({ type: String, enum: fileKinds }) kind: FileKind
  @ApiProperty({ type: String, nullable: true, description: 'What it was called where it came from.' }) name: string | null
}

export class ReviewedAnswerDto {
  @ApiProperty({ type: String, format: 'uuid' }) questionId: string
  @ApiProperty({ type: String }) label: string
  @ApiProperty({ type: String, enum: questionTypes }) type: QuestionType
  @ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    nullable: true,
    description: 'Null of a file.',
  })
  answer: Answer | null
  @ApiProperty({ type: ReviewedFileDto, nullable: true, description: 'Of a question for a file.' }) file: ReviewedFileDto | null
  @ApiProperty({ type: Boolean, description: 'Answered, and kept from a blind review: accounts and files.' }) hidden: boolean
}

export class ReviewedPersonDto {
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, nullable: true }) handle: string | null
}

/** One application to read and score. */
export class ReviewTaskDto {
  @ApiProperty({ type: String, format: 'uuid', description: 'Of the review, not of the application.' }) id: string
  @ApiProperty({ type: String, enum: reviewStates }) state: ReviewState
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, nullable: true }) points: Record<string, number> | null
  @ApiProperty({ type: String }) note: string
  @ApiProperty({ type: ReviewedPersonDto, nullable: true, description: 'Null while the review is blind.' }) person: ReviewedPersonDto | null
  @ApiProperty({ type: ReviewedAnswerDto, isArray: true }) answers: ReviewedAnswerDto[]
}

export class NextReviewDto {
  @ApiProperty({ type: ReviewTaskDto, nullable: true, description: 'Null when nothing is left for this reviewer.' })
  task: ReviewTaskDto | null
}
