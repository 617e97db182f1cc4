import { mostOptions, questionTypes, type QuestionType } from '#forms'
import { Flag, Id, Nested, OneOf, Optional, Text, TextList, WholeNumber } from '../../http/dto/index.js'
import { QuestionSettingsDto, ShowIfDto } from './question-settings.dto.js'
import { Sometimes } from './sometimes.js'

export class QuestionDto {
  /** Of a question that is kept, so that its answers stay its own; none for a new one. */
  @Optional()
  @Id()
  id?: string | null

  @OneOf(questionTypes)
  type: QuestionType

  @Text({ max: 200 })
  label: string

  @Optional()
  @Text({ max: 500, min: 0 })
  help?: string | null

  @Sometimes()
  @Flag()
  required?: boolean

  @Sometimes()
  @TextList({ items: mostOptions, max: 200 })
  options?: string[]

  @Sometimes()
  @WholeNumber({ min: 1, max: 5000 })
  maxLength?: number

  @Sometimes()
  @Nested(() => QuestionSettingsDto)
  settings?: QuestionSettingsDto

  @Optional()
  @Nested(() => ShowIfDto)
  showIf?: ShowIfDto | null
}
