import { ApiProperty } from '@nestjs/swagger'
import { Text } from '../../http/dto/index.js'

export class PastedRoundDto {
  /** A relay's answer as JSON, or the signature alone as hex; blanks and line breaks do not matter. */
  @Text({ max: 4000, multiline: true })
  round: string
}

/** Whether the round that decides could be brought by hand now. */
export class AwaitedRoundDto {
  @ApiProperty({ type: 'integer' }) round: number
  @ApiProperty({ type: String, format: 'date-time' }) at: string
  @ApiProperty({ type: Boolean, description: 'True from the time of the round on, until the draw is made.' }) due: boolean
}
