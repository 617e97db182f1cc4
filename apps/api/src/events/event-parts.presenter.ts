import { ApiProperty } from '@nestjs/swagger'
import { type Question as FormQuestion, type QuestionSettings, questionTypes, type QuestionType, type ShowIf } from '#forms'
import { fileUrls } from '../files/index.js'
import { QuestionSettingsDto, ShowIfDto } from './dto/question-settings.dto.js'
import type { AgendaItem } from './agenda-item.entity.js'
import type { Event } from './event.entity.js'

export class QuestionView {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String, enum: questionTypes }) type: QuestionType
  @ApiProperty({ type: String }) label: string
  @ApiProperty({ type: String, nullable: true }) help: string | null
  @ApiProperty({ type: Boolean }) required: boolean
  @ApiProperty({ type: String, isArray: true }) options: string[]
  @ApiProperty({ type: Number }) maxLength: number
  @ApiProperty({ type: QuestionSettingsDto }) settings: QuestionSettings
  @ApiProperty({ type: ShowIfDto, nullable: true }) showIf: ShowIf | null
}

export class AgendaItemView {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String, format: 'date-time' }) startsAt: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endsAt: string | null
  @ApiProperty({ type: String }) title: string
  @ApiProperty({ type: String, nullable: true }) place: string | null
  @ApiProperty({ type: String, nullable: true }) speaker: string | null
  @ApiProperty({ type: String, nullable: true }) note: string | null
}

export class CoverView {
  @ApiProperty({ type: String }) large: string
  @ApiProperty({ type: String }) medium: string
  @ApiProperty({ type: String }) small: string
  /** What it shows, for those who do not see it. */
  @ApiProperty({ type: String }) alt: string
}

export class CoverDetail extends CoverView {
  @ApiProperty({ type: String, format: 'uuid' }) fileId: string
}

export function presentQuestion({ id, type, label, help, required, options, maxLength, settings, showIf }: FormQuestion): QuestionView {
  return { id, type, label, help, required, options: [...options], maxLength, settings, showIf }
}

export function presentAgendaItem({ id, startsAt, endsAt, title, place, speaker, note }: AgendaItem): AgendaItemView {
  return { id, startsAt: startsAt.toISOString(), endsAt: isoTime(endsAt), title, place, speaker, note }
}

export function presentCover({ coverFileId, coverAlt }: Pick<Event, 'coverFileId' | 'coverAlt'>): CoverView | null {
  if (coverFileId === null) return null
  const { large, medium, small } = fileUrls(coverFileId)
  return { large, medium, small, alt: coverAlt }
}

export function isoTime(instant: Date | null): string | null {
  return instant && instant.toISOString()
}
