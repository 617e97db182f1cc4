import { ApiProperty } from '@nestjs/swagger'
import { Id, Optional, Text } from '../../http/dto/index.js'

export const refusalReasons = ['unknown', 'otherEvent', 'cancelled', 'notComing', 'badSignature'] as const
export type RefusalReason = (typeof refusalReasons)[number]

export class CheckInDto {
  /** What a badge's QR code reads. */
  @Optional()
  @Text({ max: 500, min: 0 })
  code?: string | null

  /** Of somebody who was found by name. */
  @Optional()
  @Id()
  applicationId?: string | null
}

export class GuestDto {
  @ApiProperty({ type: String, format: 'uuid' }) applicationId: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, nullable: true }) handle: string | null
  @ApiProperty({ type: String, example: '3f9a-71c2' }) ticketNumber: string
}

export class DoorCountsDto {
  @ApiProperty({ type: 'integer', description: 'People with an accepted invitation.' }) expected: number
  @ApiProperty({ type: 'integer' }) checkedIn: number
}

export class CheckInResultDto {
  @ApiProperty({ type: String, enum: ['yes', 'already', 'no'] }) result: 'yes' | 'already' | 'no'
  @ApiProperty({ type: String, enum: refusalReasons, required: false }) reason?: RefusalReason
  @ApiProperty({ type: GuestDto, required: false }) person?: GuestDto
  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'When this person came in.' }) at?: string
  @ApiProperty({ type: DoorCountsDto }) counts: DoorCountsDto
}
