import { Injectable } from '@nestjs/common'
import { TweetupConfig } from '../config/index.js'
import { Clock } from '../database/index.js'
import { type Membership, NotFound } from '../http/index.js'
import { readCursor, writeCursor } from './cursor.js'
import { type EventDetail, presentEventDetail } from './event-detail.presenter.js'
import { EventFacts } from './event-facts.js'
import { EventParts } from './event-parts.js'
import { EventRepository } from './event.repository.js'
import { type EventList, presentEventSummary } from './event-summary.presenter.js'

const pageSize = 50

/** Events as their team sees them. */
@Injectable()
export class TeamEvents {
  constructor(
    private readonly config: TweetupConfig,
    private readonly events: EventRepository,
    private readonly parts: EventParts,
    private readonly facts: EventFacts,
    private readonly clock: Clock,
  ) {}

  async detail({ organizationId, organizationSlug }: Membership, eventId: string): Promise<EventDetail> {
    const event = await this.events.withId(organizationId, eventId)
    if (!event) throw new NotFound()
    const [parts, draw, now] = [await this.parts.of(event), await this.facts.drawOf(eventId), await this.clock.now()]
    return presentEventDetail(event, parts, draw, this.config.url(`/${organizationSlug}/${event.slug}`), now)
  }

  async list({ organizationId }: Membership, cursor: unknown): Promise<EventList> {
    const found = await this.events.page(organizationId, readCursor(cursor), pageSize + 1)
    const shown = found.slice(0, pageSize)
    const last = shown.at(-1)
    const factsOf = await this.facts.of(shown.map(({ id }) => id))
    const now = await this.clock.now()
    return {
      items: shown.map((event) => presentEventSummary(event, factsOf(event.id), now)),
      nextCursor: last && found.length > pageSize ? writeCursor(last) : null,
    }
  }
}
