import { applyDecorators } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import type { Answer } from '#forms'
import { AnswerMap, Email, fieldRule, Nested, OneOf, Optional, Text, Yes } from '../../http/dto/index.js'
import { type Locale, locales } from '../../http/index.js'

/** Far above any question's own limit, so that a long answer is refused with the name of its question. */
export const answersLimit = { entries: 100, max: 1_000_000, listMax: 100 }

const longestHint = 2000

/** Any text: nobody is kept out because of the link that she followed. It is cleaned before it is kept. */
function Hint(): PropertyDecorator {
  return applyDecorators(
    fieldRule('text', (value) => typeof value === 'string'),
    fieldRule('tooLong', (value) => typeof value !== 'string' || value.length <= longestHint, { max: longestHint }),
    ApiProperty({ type: String, maxLength: longestHint }),
  )
}

/** What led here. */
export class SubmissionSourceDto {
  /** The address of the page with the link; its host is kept. */
  @Optional() @Hint() referrer?: string | null
  /** utm_source, utm_medium and utm_campaign of the link. */
  @Optional() @Hint() source?: string | null
  @Optional() @Hint() medium?: string | null
  @Optional() @Hint() campaign?: string | null
}

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
  /** People do not see this field; programs that fill in everything do. Whoever fills it in is asked for an effort. */
  @Optional() @Text({ max: 2000, min: 0 }) website?: string | null
  /** The solution of the challenge that a problem `applications:proveEffort` (428) held. */
  @Optional() @Text({ max: 400, min: 0 }) challenge?: string | null
  @Optional() @Nested(() => SubmissionSourceDto) source?: SubmissionSourceDto | null
  /** The same for all that is sent from one device; a keyed hash of it is kept until applications close. */
  @Optional() @Text({ max: 200, min: 0 }) device?: string | null
}
