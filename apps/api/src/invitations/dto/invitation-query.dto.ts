import { ApiPropertyOptional } from '@nestjs/swagger'
import { IsOptional, Matches } from 'class-validator'
import { OneOf, Optional } from '../../http/dto/index.js'
import { type InvitationState, invitationStates } from '../invitation.entity.js'

export class InvitationQuery {
  @ApiPropertyOptional({ description: 'Where to go on: the nextCursor of the page before.' })
  @IsOptional()
  @Matches(/^\d{1,9}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  cursor?: string

  @Optional()
  @OneOf(invitationStates)
  state?: InvitationState
}
