import { ApiProperty } from '@nestjs/swagger'
import { EventSummary } from '../../events/index.js'
import { sentenceValues } from '../../http/dto/index.js'
import { type TimelineKey, timelineKeys } from '../timeline.js'

const instant = { type: String, format: 'date-time' } as const
const maybeInstant = { ...instant, nullable: true } as const

export class HomeEventDto extends EventSummary {
  @ApiProperty({ type: String, format: 'uri' }) publicUrl: string
}

export class SentenceDto {
  @ApiProperty({ type: String, description: 'Of the message catalogue.' }) key: string
  @ApiProperty({ ...sentenceValues, description: 'What the sentence names: `count`, and `at` as RFC 3339.' }) values: Record<
    string,
    string | number
  >
}

export class ActionDto extends SentenceDto {
  @ApiProperty({ type: String, enum: ['page', 'copy', 'act'] }) kind: 'page' | 'copy' | 'act'
  @ApiProperty({ type: String, nullable: true, description: 'What is to be copied.' }) href: string | null
}

export class TimelineEntryDto {
  @ApiProperty({ type: String, enum: timelineKeys }) key: TimelineKey
  @ApiProperty(maybeInstant) at: string | null
  @ApiProperty({ type: String, enum: ['done', 'now', 'next'] }) state: 'done' | 'now' | 'next'
  @ApiProperty({ type: String, enum: ['self', 'you', 'door', 'organizer'] }) by: 'self' | 'you' | 'door' | 'organizer'
  @ApiProperty(sentenceValues) values: Record<string, string | number>
  @ApiProperty({ type: String, required: false, description: 'Who did it.' }) actor?: string
}

export class HourDto {
  @ApiProperty(instant) at: string
  @ApiProperty({ type: 'integer' }) count: number
}

export class HomeApplicationsDto {
  @ApiProperty({ type: 'integer' }) total: number
  @ApiProperty({ type: 'integer' }) confirmed: number
  @ApiProperty({ type: 'integer' }) lastHour: number
  @ApiProperty({ type: HourDto, isArray: true, description: 'From the first application to the last; at most 60 days.' }) perHour: HourDto[]
  @ApiProperty(maybeInstant) lastAt: string | null
}

export const funnelKeys = ['applied', 'confirmed', 'invited', 'accepted', 'came', 'answered'] as const

export class FunnelStepDto {
  @ApiProperty({ type: String, enum: funnelKeys }) key: (typeof funnelKeys)[number]
  @ApiProperty({ type: 'integer' }) count: number
}

export class PoolFiguresDto {
  @ApiProperty({ type: String }) pool: string
  @ApiProperty({ type: 'integer' }) seats: number
  @ApiProperty({ type: 'integer' }) pending: number
  @ApiProperty({ type: 'integer' }) accepted: number
}

/** Where an event stands, what comes next, and the one thing to do. */
export class EventHomeDto {
  @ApiProperty({ type: HomeEventDto }) event: HomeEventDto
  @ApiProperty(instant) now: string
  @ApiProperty({ type: SentenceDto }) headline: SentenceDto
  @ApiProperty({ type: TimelineEntryDto, isArray: true }) timeline: TimelineEntryDto[]
  @ApiProperty({ type: ActionDto, nullable: true }) action: ActionDto | null
  @ApiProperty({ type: HomeApplicationsDto }) applications: HomeApplicationsDto
  @ApiProperty({ type: FunnelStepDto, isArray: true }) funnel: FunnelStepDto[]
  @ApiProperty({ type: PoolFiguresDto, isArray: true }) seats: PoolFiguresDto[]
}
