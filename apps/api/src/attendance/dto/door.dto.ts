import { ApiProperty } from '@nestjs/swagger'
import { Optional, Text } from '../../http/dto/index.js'
import { DoorCountsDto, GuestDto } from './check-in.dto.js'

export class DoorEventDto {
  @ApiProperty({ type: String }) title: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startsAt: string | null
  @ApiProperty({ type: String }) timeZone: string
}

export class DoorDto extends DoorCountsDto {
  @ApiProperty({ type: DoorEventDto }) event: DoorEventDto
}

export class AttendeeQuery {
  /** Part of a name, handle or ticket number. */
  @Optional()
  @Text({ max: 100, min: 0 })
  search?: string
}

export class AttendeeDto extends GuestDto {
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) checkedInAt: string | null
}

export class AttendeeListDto {
  @ApiProperty({ type: AttendeeDto, isArray: true, description: 'By name, 200 at most: search for the others.' }) items: AttendeeDto[]
}
