import { ApiProperty } from '@nestjs/swagger'

export class MailBlockDto {
  @ApiProperty({ type: Boolean, description: 'Whether mails to addresses that are not confirmed stay away from this one.' })
  blocked: boolean
}
