import { ApiProperty } from '@nestjs/swagger'
import { type InvitationState, invitationStates } from '../invitation.entity.js'

export class InvitationCountsDto {
  @ApiProperty()
  pending: number
  @ApiProperty()
  accepted: number
  @ApiProperty()
  declined: number
  @ApiProperty()
  lapsed: number
  @ApiProperty()
  revoked: number
  @ApiProperty({ description: 'Applications that still wait in the draw order.' })
  waiting: number
}

export class PoolSeatsDto {
  @ApiProperty()
  pool: string
  @ApiProperty()
  seats: number
  @ApiProperty({ description: 'Seats of accepted and pending invitations.' })
  taken: number
}

export class InvitationDto {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty({ format: 'uuid' })
  applicationId: string
  @ApiProperty()
  name: string
  @ApiProperty()
  email: string
  @ApiProperty({ type: Number, nullable: true, description: 'Null for a seat beside the draw.' })
  rank: number | null
  @ApiProperty({ type: [String], description: 'The names of those who take part together with this one.' })
  together: readonly string[]
  @ApiProperty({ enum: invitationStates })
  state: InvitationState
  @ApiProperty({ format: 'date-time' })
  deadline: string
  @ApiProperty({ format: 'date-time' })
  invitedAt: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt: string | null
  @ApiProperty({ description: 'True when an accepted seat was given back.' })
  returned: boolean
}

export class InvitationListDto {
  @ApiProperty({ type: InvitationCountsDto })
  counts: InvitationCountsDto
  @ApiProperty({ type: [PoolSeatsDto] })
  seats: readonly PoolSeatsDto[]
  @ApiProperty({ type: [InvitationDto] })
  items: readonly InvitationDto[]
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null
}
