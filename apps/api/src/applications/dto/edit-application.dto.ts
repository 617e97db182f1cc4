import type { Answer } from '#forms'
import { AnswerMap, Optional, Text } from '../../http/dto/index.js'
import { answersLimit } from './submit-application.dto.js'

/** What may still change until the close; what is left out stays as it is. */
export class EditApplicationDto {
  @Optional() @Text({ max: 200 }) name?: string | null
  /** Empty to have none. */
  @Optional() @Text({ max: 200, min: 0 }) handle?: string | null
  @Optional() @AnswerMap(answersLimit) answers?: Record<string, Answer> | null
}
