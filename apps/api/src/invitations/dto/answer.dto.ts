import { ApiProperty } from '@nestjs/swagger'
import { OneOf } from '../../http/dto/index.js'

export class AnswerInvitationDto {
  @ApiProperty({ enum: ['accept', 'decline'] })
  @OneOf(['accept', 'decline'])
  answer: 'accept' | 'decline'
}
