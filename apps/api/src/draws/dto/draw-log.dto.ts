import { ApiProperty } from '@nestjs/swagger'

export class PromotedTicketDto {
  @ApiProperty({ example: '3f9a-71c2' })
  ticketNumber: string
  @ApiProperty({ description: 'How many other tickets belong to the same unit.' })
  companions: number
  @ApiProperty()
  pool: string
}

/** One line of the public log, with ticket numbers beside the unit ids. */
export class DrawLogLineDto {
  @ApiProperty()
  seq: number
  @ApiProperty({ format: 'date-time' })
  at: string
  @ApiProperty({ enum: ['draw', 'withdraw', 'decline', 'expire', 'disqualify', 'reinstate', 'reduce', 'capacity', 'shrink', 'final'] })
  type: string
  @ApiProperty({ type: String, nullable: true })
  unit: string | null
  @ApiProperty({ type: String, nullable: true, example: '3f9a-71c2' })
  ticketNumber: string | null
  @ApiProperty({ description: 'How many other tickets belong to the same unit.' })
  companions: number
  @ApiProperty({ type: String, nullable: true })
  reason: string | null
  @ApiProperty({ type: [PromotedTicketDto] })
  promoted: readonly PromotedTicketDto[]
  @ApiProperty({ description: 'How many seats moved; for the draw itself the first few are listed.' })
  promotedCount: number
  @ApiProperty()
  hash: string
}

export class DrawLogDto {
  @ApiProperty({ type: [DrawLogLineDto] })
  items: readonly DrawLogLineDto[]
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null
}
