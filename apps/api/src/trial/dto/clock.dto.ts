import { ApiProperty } from '@nestjs/swagger'
import { Id, Instant, OneOf, Optional } from '../../http/dto/index.js'
import { type EventMoment, eventMoments } from '../event-moments.js'

/** Where to move the clock: to a moment of an event, or to an instant. */
export class MoveClockDto {
  @Optional()
  @Id()
  eventId?: string

  @Optional()
  @OneOf(eventMoments)
  moment?: EventMoment

  @Optional()
  @Instant()
  to?: Date
}

export class ClockDto {
  @ApiProperty({ format: 'date-time', description: 'The time by the clock of this installation.' })
  now: string
  @ApiProperty({ description: 'True while work that fell due is still being done: draws, invitations, mails.' })
  busy: boolean
}

export class MomentDto {
  @ApiProperty({ enum: eventMoments })
  key: EventMoment
  @ApiProperty({ format: 'date-time' })
  at: string
  @ApiProperty()
  past: boolean
}

export class MomentListDto {
  @ApiProperty({ format: 'date-time' })
  now: string
  @ApiProperty({ type: [MomentDto] })
  moments: readonly MomentDto[]
}
