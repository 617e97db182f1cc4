import { type Answer, type QuestionType, questionTypes } from '#forms'
import { ApiProperty } from '@nestjs/swagger'
import { OneOf, Optional, Text } from '../../http/dto/index.js'
import { type Step, steps } from '../application-step.js'
import { StampDto } from './personal-page.dto.js'

export class ApplicationListQuery {
  @Optional() @Text({ max: 200 }) cursor?: string
  @Optional() @OneOf(steps) step?: Step
  /** Part of a name, of an address, or the beginning of a ticket number. */
  @Optional() @Text({ max: 200, min: 0 }) search?: string
}

export class ApplicationItemDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, format: 'email' }) email: string
  @ApiProperty({ type: String, nullable: true }) handle: string | null
  @ApiProperty({ type: String, enum: steps }) step: Step
  @ApiProperty({ type: String, example: '3f9a-71c2' }) ticketNumber: string
  @ApiProperty({ type: 'integer', nullable: true }) rank: number | null
  @ApiProperty({ type: String, isArray: true, description: 'The names of those who apply together with this one.' })
  together: readonly string[]
  @ApiProperty({ type: String, nullable: true, description: 'Why the team gave a seat beside the draw, or `score`.' }) pickReason:
    | string
    | null
  @ApiProperty({ type: String, format: 'date-time' }) receivedAt: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) confirmedAt: string | null
}

export class ApplicationCountsDto {
  @ApiProperty({ type: 'integer', description: 'Not confirmed and not withdrawn.' }) received: number
  @ApiProperty({ type: 'integer', description: 'Confirmed and not withdrawn.' }) confirmed: number
  @ApiProperty({ type: 'integer' }) withdrawn: number
  @ApiProperty({ type: 'integer' }) total: number
}

export class ApplicationListDto {
  @ApiProperty({ type: ApplicationItemDto, isArray: true }) items: ApplicationItemDto[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
  @ApiProperty({ type: ApplicationCountsDto }) counts: ApplicationCountsDto
}

export class AnswerDto {
  @ApiProperty({ type: String, format: 'uuid' }) questionId: string
  @ApiProperty({ type: String }) label: string
  @ApiProperty({ type: String, enum: questionTypes }) type: QuestionType
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }], nullable: true }) answer: Answer | null
}

export class DeliveryDto {
  @ApiProperty({ type: String }) template: string
  @ApiProperty({ type: String, enum: ['queued', 'deferred', 'sent', 'bounced', 'failed'] }) state: string
  @ApiProperty({ type: String, format: 'date-time' }) queuedAt: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) sentAt: string | null
}

export class ApplicationDetailDto extends ApplicationItemDto {
  @ApiProperty({ type: String, isArray: true }) tags: string[]
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) withdrawnAt: string | null
  @ApiProperty({ type: AnswerDto, isArray: true }) answers: AnswerDto[]
  @ApiProperty({ type: DeliveryDto, isArray: true }) deliveries: DeliveryDto[]
  @ApiProperty({ type: StampDto, isArray: true }) timeline: StampDto[]
}

export class MessageSummaryDto {
  @ApiProperty({ type: String }) template: string
  @ApiProperty({ type: 'integer' }) count: number
  @ApiProperty({ type: 'integer' }) sent: number
  @ApiProperty({ type: 'integer', description: 'Bounced or given up.' }) failed: number
  @ApiProperty({ type: String, format: 'date-time' }) lastAt: string
}

export class MessageListDto {
  @ApiProperty({ type: MessageSummaryDto, isArray: true }) items: MessageSummaryDto[]
}
