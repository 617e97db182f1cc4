import type { Answer } from '#forms'
import { AnswerMap, Email, OneOf, Optional, Text, Yes } from '../../http/dto/index.js'
import { type Locale, locales } from '../../http/index.js'

/** Far above any question's own limit, so that a long answer is refused with the name of its question. */
export const answersLimit = { entries: 100, max: 1_000_000, listMax: 100 }

export class SubmitApplicationDto {
  @Text({ max: 200 }) name: string
  @Email() email: string
  @Optional() @Text({ max: 200, min: 0 }) handle?: string | null
  @AnswerMap(answersLimit) answers: Record<string, Answer>
  @Yes() consent: true
  @OneOf(locales) locale: Locale
  /** 16 bytes from the applicant's own random numbers, in hex. */
  @Text({ min: 32, max: 32 }) nonce: string
  /** The secret of a link with which somebody invites others to apply together. */
  @Optional() @Text({ max: 64, min: 0 }) together?: string | null
  /** People do not see this field; programs that fill in everything do. */
  @Optional() @Text({ max: 2000, min: 0 }) website?: string | null
}
