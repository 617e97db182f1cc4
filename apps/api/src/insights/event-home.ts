import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { TweetupConfig } from '../config/index.js'
import { Clock } from '../database/index.js'
import { type Event, EventFacts, eventPhase, Events, presentEventSummary, publicationProblems } from '../events/index.js'
import { FollowupRepository } from '../followup/index.js'
import type { Membership } from '../http/index.js'
import { type EventHomeDto, funnelKeys } from './dto/event-home.dto.js'
import { EventFigures, type Figures } from './event-figures.js'
import { headline } from './headline.js'
import type { HomeFacts } from './home-facts.js'
import { ApplicationFigures } from './live/application-figures.js'
import { nextAction } from './next-action.js'
import { timeline } from './timeline.js'

/** The home of an event: a read model over everything that the features before it know. */
@Injectable()
export class EventHomes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: TweetupConfig,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly facts: EventFacts,
    private readonly figures: EventFigures,
    private readonly applications: ApplicationFigures,
    private readonly followups: FollowupRepository,
  ) {}

  async show({ organizationId, organizationSlug, role }: Membership, eventId: string): Promise<EventHomeDto> {
    const event = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    const now = await this.clock.now()
    const publicUrl = this.config.url(`/${organizationSlug}/${event.slug}`)
    const home = await this.#gather(event, publicUrl, now)
    const { figures, draw } = home
    const action = nextAction(home, role)
    return {
      event: { ...presentEventSummary(event, { draw, applications: figures.applied }, now), publicUrl },
      now: now.toISOString(),
      headline: headline(home),
      timeline: timeline(home, action !== null).map((entry) => ({ ...entry, at: entry.at?.toISOString() ?? null })),
      action,
      applications: await this.#applications(event, figures),
      funnel: funnelKeys.map((key) => ({ key, count: figures[key] })),
      seats: await this.figures.pools(event.id, event.capacity),
    }
  }

  async #gather(event: Event, publicUrl: string, now: Date): Promise<HomeFacts> {
    const draw = await this.facts.drawOf(event.id)
    const hosts = event.publishedAt === null ? (await this.events.hostsOf(undefined, event.id)).length : 1
    return {
      event,
      phase: eventPhase({ ...event, drawnAt: draw.drawnAt }, now),
      draw,
      figures: await this.figures.of(event.id, now),
      followup: await this.followups.find(event.id),
      actors: await this.figures.actors(event.id),
      missing: event.publishedAt === null ? publicationProblems(event, hosts, now).length : 0,
      publicUrl,
      now,
    }
  }

  async #applications({ id, timeZone }: Event, { applied, confirmed, lastHour, lastAt }: Figures): Promise<EventHomeDto['applications']> {
    const perHour = await this.applications.perHour(id, timeZone)
    return {
      total: applied,
      confirmed,
      lastHour,
      perHour: perHour.map(({ at, count }) => ({ at: at.toISOString(), count })),
      lastAt: lastAt?.toISOString() ?? null,
    }
  }
}
