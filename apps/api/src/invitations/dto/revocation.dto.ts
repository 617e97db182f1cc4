import { OneOf, Optional, Text } from '../../http/dto/index.js'
import { type RevocationReason, revocationReasons } from '../leave-reasons.js'

export class RevocationDto {
  @OneOf(revocationReasons)
  reason: RevocationReason

  /** Goes into the mail to the person, not into the public log. */
  @Optional()
  @Text({ max: 500, min: 0, multiline: true })
  note?: string | null
}
