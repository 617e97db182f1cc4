import { Id, OneOf, Optional, Text } from '../../http/dto/index.js'
import { type ExclusionReason, exclusionReasons } from '../../invitations/index.js'

export class ExclusionWishDto {
  @Id()
  applicationId: string

  /** Stands in the public log. */
  @OneOf(exclusionReasons)
  reason: ExclusionReason

  /** Goes into the mail to the person, not into the public log. */
  @Optional()
  @Text({ max: 500, min: 0, multiline: true })
  note?: string | null
}

export class AppealDto {
  @Text({ max: 1000, multiline: true })
  text: string
}

export class AppealRefusalDto {
  /** Goes into the mail to the person. */
  @Text({ max: 1000, multiline: true })
  answer: string
}
