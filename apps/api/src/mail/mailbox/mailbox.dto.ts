import { ApiProperty } from '@nestjs/swagger'
import { Id, Optional, Text } from '../../http/dto/index.js'

export class MailboxListQuery {
  /** Only mails to this address. */
  @Optional() @Text({ max: 320 }) to?: string

  /** Only mails that came after the one with this id. */
  @Optional() @Id() after?: string
}

export class MailboxMailSummary {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String, format: 'date-time' }) receivedAt: string
  @ApiProperty({ type: String }) from: string
  @ApiProperty({ type: String, isArray: true }) to: string[]
  @ApiProperty({ type: String }) subject: string
}

export class MailboxAttachment {
  @ApiProperty({ type: String }) filename: string
  @ApiProperty({ type: String }) contentType: string
  @ApiProperty({ type: 'integer' }) size: number
}

export class MailboxMailDetail extends MailboxMailSummary {
  @ApiProperty({ type: String }) text: string
  @ApiProperty({ type: String }) html: string
  @ApiProperty({ type: MailboxAttachment, isArray: true }) attachments: MailboxAttachment[]
}
