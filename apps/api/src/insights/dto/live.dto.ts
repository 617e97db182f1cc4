import { ApiProperty } from '@nestjs/swagger'
import { type EventPhase, eventPhases } from '../../events/index.js'
import { type FieldNeed, fieldNeeds } from '../form-visits/field-need.js'
import { HourDto } from './event-home.dto.js'

const instant = { type: String, format: 'date-time' } as const
const count = { type: 'integer' } as const

class CountsDto {
  @ApiProperty(count) applied: number
  @ApiProperty(count) confirmed: number
}

export class SourceDto extends CountsDto {
  @ApiProperty({ type: String, enum: ['tag', 'host', 'direct', 'others'] }) kind: 'tag' | 'host' | 'direct' | 'others'
  @ApiProperty({ type: String, description: 'The tag of the link, or the host of the page that it stood on.' }) name: string
}

export class CampaignDto extends CountsDto {
  @ApiProperty({ type: String }) name: string
}

export class CountryDto extends CountsDto {
  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-2.' }) code: string
}

export class LanguageDto extends CountsDto {
  @ApiProperty({ type: String }) locale: string
}

export class FieldVisitsDto {
  @ApiProperty({ type: String, description: 'The id of a question, or name, email, handle, consent, sent.' }) field: string
  @ApiProperty({ type: String, nullable: true, description: 'Of the question.' }) label: string | null
  @ApiProperty({
    type: String,
    enum: fieldNeeds,
    description: 'Whether everybody who goes on comes to it, may leave it empty, or is asked it after a certain answer only.',
  })
  need: FieldNeed
  @ApiProperty(count) visits: number
}

/** How applications come in, where from, and how far people get in the form. */
export class LiveDto {
  @ApiProperty(instant) now: string
  @ApiProperty({ type: String }) timeZone: string
  @ApiProperty({ type: String, enum: eventPhases }) phase: EventPhase
  @ApiProperty({ ...instant, nullable: true }) closesAt: string | null
  @ApiProperty(count) total: number
  @ApiProperty(count) confirmed: number
  @ApiProperty(count) lastHour: number
  @ApiProperty({ ...instant, nullable: true }) lastAt: string | null
  @ApiProperty({
    type: HourDto,
    isArray: true,
    description: "Hours of the event's clocks, from the first application to the last; at most 60 days.",
  })
  perHour: HourDto[]
  @ApiProperty({ type: SourceDto, isArray: true }) sources: SourceDto[]
  @ApiProperty({ type: CampaignDto, isArray: true }) campaigns: CampaignDto[]
  @ApiProperty({ type: CountryDto, isArray: true }) countries: CountryDto[]
  @ApiProperty({ type: LanguageDto, isArray: true }) languages: LanguageDto[]
  @ApiProperty({ type: FieldVisitsDto, isArray: true, description: 'In the order of the form.' }) form: FieldVisitsDto[]
}
