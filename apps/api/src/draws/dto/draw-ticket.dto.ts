import { ApiProperty } from '@nestjs/swagger'

export const ticketStates = ['entered', 'invited', 'coming', 'waiting', 'passedOn', 'withdrawn', 'excluded'] as const
export type TicketState = (typeof ticketStates)[number]

/** One ticket in the order of the draw. */
export class DrawTicketDto {
  @ApiProperty({ type: Number, nullable: true, description: 'Place in the order, from 1; null before the draw.' })
  rank: number | null
  @ApiProperty()
  ticketId: string
  @ApiProperty({ example: '3f9a-71c2' })
  ticketNumber: string
  @ApiProperty({ type: 'integer', description: 'Its weight: that of its group, where people apply together.' })
  lots: number
  @ApiProperty({ type: String, nullable: true })
  pool: string | null
  @ApiProperty({ enum: ticketStates })
  state: TicketState
}

export class DrawTicketListDto {
  @ApiProperty({ type: [DrawTicketDto] })
  items: readonly DrawTicketDto[]
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null
}
