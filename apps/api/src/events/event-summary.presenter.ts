import { ApiProperty } from '@nestjs/swagger'
import { fileUrls } from '../files/index.js'
import type { Event } from './event.entity.js'
import type { DrawFacts } from './event-facts.js'
import { isoTime } from './event-parts.presenter.js'
import { type EventPhase, eventPhase, eventPhases } from './event-phase.js'

/** An event as a line in its team's list. */
export class EventSummary {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String }) slug: string
  @ApiProperty({ type: String }) title: string
  @ApiProperty({ type: String }) hashtag: string
  @ApiProperty({ type: String, enum: eventPhases }) phase: EventPhase
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startsAt: string | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endsAt: string | null
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when applications are scored; null without a review.',
  })
  reviewUntil: string | null
  @ApiProperty({ type: String }) timeZone: string
  @ApiProperty({ type: Number }) capacity: number
  @ApiProperty({ type: Number }) applications: number
  @ApiProperty({ type: String, nullable: true }) coverUrl: string | null
  @ApiProperty({ type: String, format: 'date-time' }) updatedAt: string
}

export class EventList {
  @ApiProperty({ type: EventSummary, isArray: true }) items: EventSummary[]
  /** For `?cursor=`; null on the last page. */
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}

export function presentEventSummary(event: Event, facts: { draw: DrawFacts; applications: number }, now: Date): EventSummary {
  const { id, slug, title, hashtag, timeZone, capacity, coverFileId } = event
  return {
    id,
    slug,
    title,
    hashtag,
    phase: eventPhase({ ...event, drawnAt: facts.draw.drawnAt }, now),
    startsAt: isoTime(event.startsAt),
    endsAt: isoTime(event.endsAt),
    reviewUntil: event.policy.review?.until ?? null,
    timeZone,
    capacity,
    applications: facts.applications,
    coverUrl: coverFileId === null ? null : fileUrls(coverFileId).small,
    updatedAt: event.updatedAt.toISOString(),
  }
}
