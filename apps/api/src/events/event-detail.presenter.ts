import { ApiProperty } from '@nestjs/swagger'
import { type Locale, locales } from '../http/index.js'
import { HostView, presentHost } from '../organizations/index.js'
import type { SelectionPolicy } from '#policy'
import { HandleProofView } from './dto/handle-proof.dto.js'
import { SelectionPolicyView } from './dto/policy.dto.js'
import type { Event } from './event.entity.js'
import type { HandleProofRule } from './handle-proof.js'
import type { DrawFacts } from './event-facts.js'
import type { Parts } from './event-parts.js'
import {
  AgendaItemView,
  CoverDetail,
  isoTime,
  presentAgendaItem,
  presentCover,
  presentQuestion,
  QuestionView,
} from './event-parts.presenter.js'
import { type EventPhase, eventPhase, eventPhases } from './event-phase.js'
import { lockedFields } from './locked-fields.js'
import { publicationProblems } from './publication.js'

/** An event as its team edits it. */
export class EventDetail {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String }) slug: string
  @ApiProperty({ type: String, enum: eventPhases }) phase: EventPhase
  /** For If-Match. */
  @ApiProperty({ type: Number }) version: number
  @ApiProperty({ type: String, format: 'uri' }) publicUrl: string
  @ApiProperty({ type: String }) title: string
  @ApiProperty({ type: String }) tagline: string
  @ApiProperty({ type: String }) story: string
  @ApiProperty({ type: String }) hashtag: string
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) coverFileId: string | null
  @ApiProperty({ type: String }) coverAlt: string
  @ApiProperty({ type: CoverDetail, nullable: true }) cover: CoverDetail | null
  @ApiProperty({ type: String }) venueName: string
  @ApiProperty({ type: String }) venueAddress: string
  @ApiProperty({ type: String }) venueCity: string
  @ApiProperty({ type: String }) practical: string
  @ApiProperty({ type: String }) timeZone: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startsAt: string | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endsAt: string | null
  @ApiProperty({ type: Number }) capacity: number
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) opensAt: string | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closesAt: string | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) answerBy: string | null
  @ApiProperty({ type: Number }) promotionHours: number
  @ApiProperty({ type: SelectionPolicyView }) policy: SelectionPolicy
  @ApiProperty({ type: HandleProofView }) handleProof: HandleProofRule
  @ApiProperty({ type: String, enum: locales }) locale: Locale
  @ApiProperty({ type: String, format: 'uuid', isArray: true }) hostIds: string[]
  @ApiProperty({ type: HostView, isArray: true }) hosts: HostView[]
  @ApiProperty({ type: QuestionView, isArray: true }) questions: QuestionView[]
  @ApiProperty({ type: QuestionView, isArray: true }) surveyQuestions: QuestionView[]
  @ApiProperty({ type: AgendaItemView, isArray: true }) agenda: AgendaItemView[]
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) publishedAt: string | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) cancelledAt: string | null
  @ApiProperty({ type: String, nullable: true }) cancelReason: string | null
  /** Fields that are needed, or need another value, before the event can be published. */
  @ApiProperty({ type: String, isArray: true }) missing: string[]
  /** Fields that can no longer be changed. */
  @ApiProperty({ type: String, isArray: true }) locked: string[]
}

export function presentEventDetail(event: Event, parts: Parts, draw: DrawFacts, publicUrl: string, now: Date): EventDetail {
  const {
    id,
    slug,
    version,
    title,
    tagline,
    story,
    hashtag,
    coverFileId,
    coverAlt,
    venueName,
    venueAddress,
    venueCity,
    practical,
    timeZone,
  } = event
  const { capacity, promotionHours, policy, handleProof, locale, cancelReason } = event
  const cover = presentCover(event)
  const times = { ...event, drawnAt: draw.drawnAt }
  return {
    id,
    slug,
    phase: eventPhase(times, now),
    version,
    publicUrl,
    title,
    tagline,
    story,
    hashtag,
    coverFileId,
    coverAlt,
    cover: cover && coverFileId ? { fileId: coverFileId, ...cover } : null,
    venueName,
    venueAddress,
    venueCity,
    practical,
    timeZone,
    startsAt: isoTime(event.startsAt),
    endsAt: isoTime(event.endsAt),
    capacity,
    opensAt: isoTime(event.opensAt),
    closesAt: isoTime(event.closesAt),
    answerBy: isoTime(event.answerBy),
    promotionHours,
    policy,
    handleProof,
    locale,
    hostIds: parts.hosts.map((host) => host.id),
    hosts: parts.hosts.map(presentHost),
    questions: parts.questions.map(presentQuestion),
    surveyQuestions: parts.surveyQuestions.map(presentQuestion),
    agenda: parts.agenda.map(presentAgendaItem),
    publishedAt: isoTime(event.publishedAt),
    cancelledAt: isoTime(event.cancelledAt),
    cancelReason,
    missing: event.publishedAt ? [] : publicationProblems(event, parts.hosts.length, now).map(({ path }) => path),
    locked: [...lockedFields(times, now)],
  }
}
