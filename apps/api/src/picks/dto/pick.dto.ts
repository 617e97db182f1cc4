import { ApiProperty } from '@nestjs/swagger'
import { type PickReason, pickReasons } from '#policy'
import { OneOf } from '../../http/dto/index.js'

export class GiveSeatDto {
  /** Published with how often it was used. */
  @OneOf(pickReasons) reason: PickReason
}

export class PickDto {
  @ApiProperty({ type: String, format: 'uuid' }) applicationId: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, enum: [...pickReasons, 'score'] }) reason: string
  @ApiProperty({ type: String, nullable: true, description: 'Null for a seat that a score has given.' }) pickedBy: string | null
  @ApiProperty({ type: String, format: 'date-time' }) pickedAt: string
}

export class PickListDto {
  @ApiProperty({ type: 'integer', description: 'Seats that the policy declares for the team to give.' }) declared: number
  @ApiProperty({ type: 'integer', description: 'Of these, how many the team has given.' }) given: number
  @ApiProperty({ type: Boolean, description: 'Whether seats can be given and taken back now.' }) open: boolean
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the list freezes.' }) freezesAt: string | null
  @ApiProperty({ type: PickDto, isArray: true }) items: PickDto[]
}
