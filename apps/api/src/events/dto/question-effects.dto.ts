import { ApiProperty } from '@nestjs/swagger'
import type { QuestionChangeCode } from '#forms'
import { type Locale, locales } from '../../http/index.js'
import { QuestionView } from '../event-parts.presenter.js'

const codes = [
  'removed',
  'retyped',
  'optionRemoved',
  'shortened',
  'narrowed',
  'madeRequired',
  'conditioned',
  'requiredAdded',
] as const satisfies readonly QuestionChangeCode[]

export class AnswerCountView {
  @ApiProperty({ type: String, format: 'uuid' }) questionId: string
  @ApiProperty({ type: 'integer', description: 'How many applications answer it; withdrawn ones do not count.' }) count: number
}

export class QuestionEffectView {
  @ApiProperty({ type: String, description: 'Goes into `confirm` of the change, to agree to it.' }) key: string
  @ApiProperty({ type: String, enum: codes }) code: QuestionChangeCode
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null for a new question.' }) questionId: string | null
  @ApiProperty({ type: String }) label: string
  @ApiProperty({ type: 'object', additionalProperties: true, description: '`option` or `max`, where the code needs it.' })
  values: Readonly<Record<string, string | number>>
  @ApiProperty({ type: 'integer', description: 'How many applications it touches.' }) count: number
}

export class QuestionEffectsView {
  @ApiProperty({ type: AnswerCountView, isArray: true }) answers: readonly AnswerCountView[]
  @ApiProperty({ type: QuestionEffectView, isArray: true }) effects: readonly QuestionEffectView[]
}

export class ReusableFormView {
  @ApiProperty({ type: String, format: 'uuid' }) eventId: string
  @ApiProperty({ type: String }) title: string
  @ApiProperty({ type: String, enum: locales, description: 'In which language the event speaks.' }) locale: Locale
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startsAt: string | null
  @ApiProperty({ type: QuestionView, isArray: true, description: 'With ids of their own, ready to be added to another form.' })
  questions: QuestionView[]
}

export class ReusableFormsView {
  @ApiProperty({ type: ReusableFormView, isArray: true }) items: ReusableFormView[]
}
