import { type Answer, type QuestionType, questionTypes } from '#forms'
import { applyDecorators } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import { Transform } from 'class-transformer'
import { OneOf, Optional, Text, TextList } from '../../http/dto/index.js'
import { type Step, steps } from '../application-step.js'
import { AnswerFileDto } from '../files/answer-file.dto.js'
import { fans, type FanKind, type HandleState, handleStates, type Sort, sorts } from '../list/list-filter.js'
import { StampDto } from './personal-page.dto.js'
import { PutAsideDto } from './judging.dto.js'

const filters = 8
const columns = 12

/** A parameter that may stand once or several times. */
const AsList = () => Transform(({ value }) => (typeof value === 'string' ? [value] : value))

/** Ids of questions whose answers are wanted too, and names of columns that every event has. */
export const Columns = () => applyDecorators(AsList(), TextList({ items: columns, max: 36 }))

/** Whom a list shows; everything that is given must hold. */
export class ApplicationFilterQuery {
  @Optional() @OneOf(steps) step?: Step
  /** The id of a pool of the event's rules: who could compete in it. */
  @Optional() @Text({ max: 16 }) pool?: string
  /** `QUESTION=ANSWER`, the id of a question and one whole answer; may be repeated. */
  @Optional() @AsList() @TextList({ items: filters, max: 200 }) answer?: string[]
  /** ISO 3166-1 alpha-2. */
  @Optional() @Text({ max: 2, min: 2 }) country?: string
  @Optional() @OneOf(handleStates) handle?: HandleState
  @Optional() @OneOf(fans) fan?: FanKind
  @Optional() @Text({ max: 16 }) tag?: string
  /** Words that must all be in the name, the address, the handle, an answer or the number of the ticket. */
  @Optional() @Text({ max: 200, min: 0 }) search?: string
}

export class ApplicationListQuery extends ApplicationFilterQuery {
  @Optional() @Text({ max: 800 }) cursor?: string
  @Optional() @OneOf(sorts) sort?: Sort
  /** Ids of questions whose answers are wanted too; may be repeated. */
  @Optional() @Columns() column?: string[]
}

export class ApplicationItemDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, format: 'email' }) email: string
  @ApiProperty({ type: String, nullable: true }) handle: string | null
  @ApiProperty({ type: Boolean, description: 'Whether the handle is known to be hers.' }) handleProven: boolean
  @ApiProperty({ type: Boolean, description: 'Whether she has applied to an earlier event of the organization.' }) returning: boolean
  @ApiProperty({ type: String, nullable: true, example: 'NL' }) country: string | null
  @ApiProperty({ type: String, isArray: true }) tags: readonly string[]
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

/** An answer: one text, or the options that were chosen. */
const answerSchema = { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }

export class ApplicationRowDto extends ApplicationItemDto {
  @ApiProperty({ type: 'object', additionalProperties: answerSchema, description: 'By the ids that were asked for as columns.' })
  answers: Readonly<Record<string, string | readonly string[]>>
}

export class ApplicationCountsDto {
  @ApiProperty({ type: 'integer', description: 'Not confirmed and not withdrawn.' }) received: number
  @ApiProperty({ type: 'integer', description: 'Confirmed and not withdrawn.' }) confirmed: number
  @ApiProperty({ type: 'integer' }) withdrawn: number
  @ApiProperty({ type: 'integer' }) total: number
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'How many are at each step, where there are any.',
  })
  steps: Readonly<Record<string, number>>
}

export class ApplicationListDto {
  @ApiProperty({ type: ApplicationRowDto, isArray: true }) items: ApplicationRowDto[]
  /** Where to go on. A page may be shorter than others although there is more: then nobody else was found in the time that a page may take. */
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
  @ApiProperty({ type: ApplicationCountsDto }) counts: ApplicationCountsDto
}

export class FoundCountDto {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Null when it could not be counted in a second.' }) count: number | null
  @ApiProperty({ type: Boolean, description: 'Whether there are more, which nobody has counted.' }) more: boolean
}

export class AnswerDto {
  @ApiProperty({ type: String, format: 'uuid' }) questionId: string
  @ApiProperty({ type: String }) label: string
  @ApiProperty({ type: String, enum: questionTypes }) type: QuestionType
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }], nullable: true }) answer: Answer | null
  @ApiProperty({ type: Boolean, description: 'Whether the form still asks it.' }) asked: boolean
  @ApiProperty({ type: AnswerFileDto, nullable: true, description: 'Of a question for a file.' }) file: AnswerFileDto | null
}

export class DeliveryDto {
  @ApiProperty({ type: String }) template: string
  @ApiProperty({ type: String, enum: ['queued', 'deferred', 'sent', 'bounced', 'failed', 'blocked', 'withheld'] }) state: string
  @ApiProperty({ type: String, format: 'date-time' }) queuedAt: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) sentAt: string | null
}

export class ApplicationDetailDto extends ApplicationItemDto {
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) withdrawnAt: string | null
  @ApiProperty({ type: PutAsideDto, nullable: true }) putAside: PutAsideDto | null
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
