import { ApiProperty } from '@nestjs/swagger'
import { Text } from '../../http/dto/index.js'
import type { CompanionState } from '../groups/companion.js'

export class TogetherTokenDto {
  /** The secret of the link that was shared. */
  @Text({ max: 64 }) token: string
}

export class CompanionDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, enum: ['confirmed', 'unconfirmed', 'out'], description: '`out`: withdrawn, or not taking part.' })
  state: CompanionState
  @ApiProperty({ type: Boolean, description: 'Whether it is the reader.' }) self: boolean
  @ApiProperty({ type: Boolean, description: 'Whether this one keeps the link and may remove others.' }) keeper: boolean
}

/** With whom somebody applies, at an event that people may come to together. */
export class TogetherDto {
  @ApiProperty({ type: 'integer', description: 'How many may come together.' }) largest: number
  @ApiProperty({
    type: CompanionDto,
    isArray: true,
    description: 'In the order in which they joined; empty for somebody who applies alone.',
  })
  companions: readonly CompanionDto[]
  @ApiProperty({ type: 'integer', description: 'How many more may join.' }) free: number
  @ApiProperty({ type: String, format: 'uri', nullable: true, description: 'What to share; null once nobody can join.' }) link:
    | string
    | null
}

/** Whom one would join, before one does. */
export class TogetherPreviewDto {
  @ApiProperty({ type: String, isArray: true, description: 'What those who have joined are called.' }) names: readonly string[]
  @ApiProperty({ type: 'integer', description: 'How many more may join.' }) free: number
  @ApiProperty({ type: 'integer', description: 'How many may come together.' }) largest: number
}
