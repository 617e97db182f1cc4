import { ApiProperty } from '@nestjs/swagger'
import { Text } from '../../http/dto/index.js'
import { steps } from '../application-step.js'

export class WriteNoteDto {
  @Text({ max: 2000, multiline: true }) text: string
}

export class NoteDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String }) text: string
  @ApiProperty({ type: String, nullable: true, description: 'Who wrote it; null when she is no longer there.' }) by: string | null
  @ApiProperty({ type: Boolean, description: 'Whether it is yours, to change and to take away.' }) own: boolean
  @ApiProperty({ type: String, format: 'date-time' }) writtenAt: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) changedAt: string | null
}

export class NoteListDto {
  @ApiProperty({ type: NoteDto, isArray: true }) items: NoteDto[]
}

export class PastApplicationDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String, format: 'uuid' }) eventId: string
  @ApiProperty({ type: String }) eventTitle: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) eventStartsAt: string | null
  @ApiProperty({ type: String, enum: steps }) step: string
  @ApiProperty({ type: 'integer', nullable: true }) rank: number | null
  @ApiProperty({ type: String, format: 'date-time' }) receivedAt: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) checkedInAt: string | null
}

export class ApplicationActDto {
  @ApiProperty({ type: String, example: 'application.tagged' }) action: string
  @ApiProperty({ type: String, nullable: true }) by: string | null
  @ApiProperty({ type: String, format: 'date-time' }) at: string
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) before: object | null
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) after: object | null
}

export class ApplicationStoryDto {
  @ApiProperty({
    type: PastApplicationDto,
    isArray: true,
    description: 'Her applications to other events of the organization, newest first.',
  })
  others: PastApplicationDto[]
  @ApiProperty({ type: ApplicationActDto, isArray: true, description: 'What the team did about this application, newest first.' })
  acts: ApplicationActDto[]
}
