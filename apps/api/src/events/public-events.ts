import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { TweetupConfig } from '../config/index.js'
import { Clock } from '../database/index.js'
import { NotFound } from '../http/index.js'
import { type Organization, OrganizationRepository } from '../organizations/index.js'
import type { Event } from './event.entity.js'
import { EventFacts } from './event-facts.js'
import { EventParts } from './event-parts.js'
import { EventRepository } from './event.repository.js'
import { presentPublicOrganization, type PublicOrganization } from './organization-page.presenter.js'
import { PolicyChanges } from './policy-changes.js'
import { presentPublicEvent, type PublicEvent } from './public-event.presenter.js'

/** Events and organizations as everybody sees them. */
@Injectable()
export class PublicEvents {
  constructor(
    private readonly config: TweetupConfig,
    private readonly events: EventRepository,
    private readonly parts: EventParts,
    private readonly facts: EventFacts,
    private readonly changes: PolicyChanges,
    private readonly organizations: OrganizationRepository,
    private readonly clock: Clock,
  ) {}

  /** Under its address. Throws NotFound, for drafts too. */
  async find(organizationSlug: string, eventSlug: string): Promise<PublicEvent> {
    return (await this.findForPage(organizationSlug, eventSlug)).event
  }

  /** The same, with the version that its share card is of. */
  async findForPage(organizationSlug: string, eventSlug: string): Promise<{ event: PublicEvent; cardVersion: number }> {
    const found = await this.events.publishedWithSlugs(organizationSlug, eventSlug)
    if (!found) throw new NotFound()
    return { event: await this.present(found.event, found.organization), cardVersion: found.event.version }
  }

  /** Any event, as it would look to everybody; now, unless another part of the same page has asked the clock already. */
  async present(event: Event, organization: Organization, manager?: EntityManager, now?: Date): Promise<PublicEvent> {
    const parts = await this.parts.of(event, manager)
    const draw = await this.facts.drawOf(event.id, manager)
    const changes = await this.changes.ofEvent(event.id, manager)
    return presentPublicEvent({
      event,
      organization,
      parts,
      draw,
      changes,
      url: this.config.url(`/${organization.slug}/${event.slug}`),
      now: now ?? (await this.clock.now(manager)),
    })
  }

  /** A draft, too, for the organization's own members. */
  async preview(organizationId: string, eventId: string): Promise<PublicEvent> {
    const event = await this.events.withId(organizationId, eventId)
    const organization = await this.organizations.withId(organizationId)
    if (!event || !organization) throw new NotFound()
    return this.present(event, organization)
  }

  async organization(slug: string): Promise<PublicOrganization> {
    const organization = await this.organizations.withSlug(slug)
    if (!organization) throw new NotFound()
    const now = await this.clock.now()
    const events = await this.events.published(organization.id, now)
    const factsOf = await this.facts.of(events.map(({ id }) => id))
    return presentPublicOrganization(organization, events, (eventId) => factsOf(eventId).draw, now)
  }
}
