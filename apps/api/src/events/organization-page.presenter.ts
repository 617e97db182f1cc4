import { ApiProperty } from '@nestjs/swagger'
import { type Locale, locales } from '../http/index.js'
import { type Organization, OrganizationSummary, presentOrganization } from '../organizations/index.js'
import type { PublishedEvent } from './event.entity.js'
import type { DrawFacts } from './event-facts.js'
import { CoverView, presentCover } from './event-parts.presenter.js'
import { type EventPhase, eventPhase, eventPhases } from './event-phase.js'
import { VenueView } from './public-event.presenter.js'

/** An event as a line on its organization's public page. */
export class PublicEventSummary {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String }) slug: string
  @ApiProperty({ type: OrganizationSummary }) organization: OrganizationSummary
  @ApiProperty({ type: String }) title: string
  @ApiProperty({ type: String }) tagline: string
  @ApiProperty({ type: String }) hashtag: string
  @ApiProperty({ type: String, enum: locales }) locale: Locale
  @ApiProperty({ type: CoverView, nullable: true }) cover: CoverView | null
  @ApiProperty({ type: VenueView }) venue: VenueView
  @ApiProperty({ type: String }) timeZone: string
  @ApiProperty({ type: String, format: 'date-time' }) startsAt: string
  @ApiProperty({ type: String, format: 'date-time' }) endsAt: string
  @ApiProperty({ type: String, format: 'date-time' }) opensAt: string
  @ApiProperty({ type: String, format: 'date-time' }) closesAt: string
  @ApiProperty({ type: Number }) capacity: number
  @ApiProperty({ type: String, enum: eventPhases }) phase: EventPhase
}

/** An organization as everybody sees it: those events first that come next. */
export class PublicOrganization {
  @ApiProperty({ type: OrganizationSummary }) organization: OrganizationSummary
  @ApiProperty({ type: PublicEventSummary, isArray: true }) events: PublicEventSummary[]
  @ApiProperty({ type: String, format: 'date-time' }) now: string
}

export function presentPublicOrganization(
  organization: Organization,
  events: readonly PublishedEvent[],
  drawOf: (eventId: string) => DrawFacts,
  now: Date,
): PublicOrganization {
  const summary = presentOrganization(organization)
  return {
    organization: summary,
    events: events.map((event) => presentPublicEventSummary(event, summary, drawOf(event.id), now)),
    now: now.toISOString(),
  }
}

function presentPublicEventSummary(
  event: PublishedEvent,
  organization: OrganizationSummary,
  draw: DrawFacts,
  now: Date,
): PublicEventSummary {
  const { id, slug, title, tagline, hashtag, locale, timeZone, capacity } = event
  return {
    id,
    slug,
    organization,
    title,
    tagline,
    hashtag,
    locale,
    cover: presentCover(event),
    venue: { name: event.venueName, address: event.venueAddress, city: event.venueCity },
    timeZone,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    opensAt: event.opensAt.toISOString(),
    closesAt: event.closesAt.toISOString(),
    capacity,
    phase: eventPhase({ ...event, drawnAt: draw.drawnAt }, now),
  }
}
