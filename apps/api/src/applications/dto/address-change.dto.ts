import { ApiProperty } from '@nestjs/swagger'
import { Email, Text } from '../../http/dto/index.js'

export class ChangeAddressDto {
  /** Where mails shall go. */
  @Email() email: string
}

export class AnswerAddressChangeDto {
  /** From the link in the mail. */
  @Text({ max: 100 }) token: string
}

export class AddressAnsweredDto {
  @ApiProperty({ type: String, enum: ['waiting', 'done'], description: '`waiting`: for the yes of the other address.' })
  state: 'waiting' | 'done'
  @ApiProperty({ type: String, format: 'uri', nullable: true, description: 'Only for the new address, once it is done.' })
  personalUrl: string | null
}

const instant = { type: String, format: 'date-time' } as const

/** A change of address that waits for an answer. */
export class PageAddressChangeDto {
  @ApiProperty({ type: String, format: 'email' }) email: string
  @ApiProperty(instant) askedAt: string
  @ApiProperty(instant) expiresAt: string
  @ApiProperty({ type: Boolean, description: 'Whether the new address has answered.' }) proven: boolean
  @ApiProperty({ type: Boolean, nullable: true, description: 'Whether the old address has; null when it need not.' }) agreed: boolean | null
}
