import { ApiProperty } from '@nestjs/swagger'
import type { RefusalCount } from '../refusals/refusal-counts.js'
import { type RefusalReason, refusalReasons } from '../refusals/refusal-reasons.js'

export class RefusalCountDto implements RefusalCount {
  @ApiProperty({ type: String, format: 'date', description: 'A day at the place of the event.' }) day: string
  @ApiProperty({ type: String, enum: refusalReasons }) reason: RefusalReason
  @ApiProperty({ type: Number }) count: number
}

export class RefusalListDto {
  @ApiProperty({ type: RefusalCountDto, isArray: true }) items: RefusalCountDto[]
}
