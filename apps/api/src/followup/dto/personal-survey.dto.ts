import { ApiProperty } from '@nestjs/swagger'
import type { Answer } from '#forms'
import { QuestionView } from '../../events/index.js'
import { AnswerMap, answerMapSchema } from '../../http/dto/index.js'

const maybeInstant = { type: String, format: 'date-time', nullable: true } as const

export class PersonalSurveyDto {
  @ApiProperty({ type: QuestionView, isArray: true }) questions: QuestionView[]
  @ApiProperty({ ...answerMapSchema, nullable: true }) answers: Record<string, Answer> | null
  @ApiProperty(maybeInstant) answeredAt: string | null
  @ApiProperty({ type: Boolean }) open: boolean
  @ApiProperty({ type: String, format: 'date-time', description: 'Until then an answer can be given and changed.' }) until: string
}

export class SubmitSurveyDto {
  /** By question id; ratings as "1" to "5". */
  @AnswerMap({ entries: 50, max: 10_000, listMax: 50 })
  answers: Record<string, Answer>
}
