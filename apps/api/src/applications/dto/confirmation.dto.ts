import { ApiProperty } from '@nestjs/swagger'
import { Optional, Text } from '../../http/dto/index.js'

export class ConfirmApplicationDto {
  /** From the link in the mail. */
  @Text({ max: 100 }) token: string
  /** From the personal page in the same browser, if there is one: that link then stays valid. */
  @Optional() @Text({ max: 100 }) personalToken?: string | null
}

export class ConfirmedDto {
  @ApiProperty({ type: String, format: 'uri' }) personalUrl: string
  @ApiProperty({ type: String, format: 'date-time' }) confirmedAt: string
  @ApiProperty({ type: String, example: '3f9a-71c2' }) ticketNumber: string
}
