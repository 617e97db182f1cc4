import { ApiProperty } from '@nestjs/swagger'
import { type ExclusionReason, exclusionReasons } from '../../invitations/index.js'
import { type AppealState, appealStates, type Ending, endings, type ExclusionState, exclusionStates } from '../exclusion.entity.js'

const instant = { type: String, format: 'date-time' } as const
const maybeInstant = { ...instant, nullable: true } as const
const maybeText = { type: String, nullable: true } as const

export class ExclusionAppealDto {
  @ApiProperty({ type: String }) text: string
  @ApiProperty(instant) at: string
  @ApiProperty({ type: String, enum: appealStates }) state: AppealState
  @ApiProperty(maybeText) answer: string | null
  @ApiProperty({ ...maybeText, description: 'Name of the member who decided.' }) decidedBy: string | null
  @ApiProperty(maybeInstant) decidedAt: string | null
}

export class ExclusionPermissionsDto {
  @ApiProperty({ type: Boolean, description: 'Agree or turn down.' }) decide: boolean
  @ApiProperty({ type: Boolean }) takeBack: boolean
  @ApiProperty({ type: Boolean }) decideAppeal: boolean
}

/** A request to take a ticket out of the draw, as the team sees it. */
export class ExclusionDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String, format: 'uuid' }) applicationId: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, example: '3f9a-71c2' }) ticketNumber: string
  @ApiProperty({ type: String, enum: exclusionReasons }) reason: ExclusionReason
  @ApiProperty(maybeText) note: string | null
  @ApiProperty({ ...maybeText, description: 'Name of the member who asked; null when the account is gone.' }) askedBy: string | null
  @ApiProperty(instant) askedAt: string
  @ApiProperty({ type: String, enum: exclusionStates }) state: ExclusionState
  @ApiProperty({ ...maybeText, description: 'Name of the member who decided.' }) decidedBy: string | null
  @ApiProperty(maybeInstant) decidedAt: string | null
  @ApiProperty({ type: String, enum: endings, nullable: true }) endedBecause: Ending | null
  @ApiProperty({ type: ExclusionAppealDto, nullable: true }) appeal: ExclusionAppealDto | null
  @ApiProperty({ type: ExclusionPermissionsDto }) can: ExclusionPermissionsDto
}

export class ExclusionListDto {
  @ApiProperty({ type: 'integer', description: 'Requests and appeals that wait for a decision.' }) waiting: number
  @ApiProperty({ type: 'integer', description: 'Other members who could decide what this one asks for.' }) colleagues: number
  @ApiProperty({ type: ExclusionDto, isArray: true, description: 'What waits first, then the newest; at most 500.' })
  items: readonly ExclusionDto[]
}
