import { ApiPropertyOptional } from '@nestjs/swagger'
import { Transform, Type } from 'class-transformer'
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator'

export class DrawLogQuery {
  @ApiPropertyOptional({ description: 'Where to go on: the nextCursor of the page before.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(2_000_000_000)
  after = 0
}

export class DrawNumberQuery {
  @ApiPropertyOptional({ description: 'Which draw of the event, from 1; the last one when left out.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  number?: number
}

export class DrawTicketQuery {
  @ApiPropertyOptional({ description: 'Where to go on: the nextCursor of the page before.' })
  @IsOptional()
  @Matches(/^(\d{1,9}|[0-9a-f]{64})$/)
  after?: string

  @ApiPropertyOptional({ description: 'The beginning of a ticket id or number, with or without the dash.', example: '3f9a-71c2' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replaceAll(/[\s-]/g, '').toLowerCase() : value))
  @Matches(/^[0-9a-f]{0,64}$/)
  ticket?: string
}
