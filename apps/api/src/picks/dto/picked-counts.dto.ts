import { ApiProperty } from '@nestjs/swagger'
import { pickReasons } from '#policy'

export class PickedReasonDto {
  @ApiProperty({ type: String, enum: [...pickReasons, 'score'] }) reason: string
  @ApiProperty({ type: 'integer' }) count: number
}

/** Seats that were given beside the draw. */
export class PickedCountsDto {
  @ApiProperty({ type: 'integer' }) declared: number
  @ApiProperty({ type: 'integer', description: 'At the freeze; the others went to the draw.' }) filled: number
  @ApiProperty({ type: PickedReasonDto, isArray: true }) reasons: readonly PickedReasonDto[]
}
