import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { ComingPeople, EventPapers, paperLimit, type PersonalFile } from '../agenda/index.js'
import { ticketNumber } from '#draw'
import { renderBadge } from '../documents/index.js'
import { Events } from '../events/index.js'
import { RateLimiter } from '../http/index.js'
import { BadgeCodes } from './badge-codes.js'

/** The badge of somebody who is coming, to print or to keep on a phone. */
@Injectable()
export class PrintedBadges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly coming: ComingPeople,
    private readonly events: Events,
    private readonly papers: EventPapers,
    private readonly codes: BadgeCodes,
    private readonly limits: RateLimiter,
  ) {}

  async of(token: string, format: 'pdf' | 'png'): Promise<PersonalFile> {
    const { application, event } = await this.coming.byPersonalToken(token)
    await this.limits.take(null, `papers:${application.id}`, paperLimit)
    const { manager } = this.dataSource
    const { hosts, ...papers } = await this.papers.of(manager, event)
    const { title, hashtag, coverAlt, startsAt, timeZone } = event
    const number = ticketNumber(application.ticketId)
    const badge = {
      ...papers,
      locale: application.locale,
      title,
      hashtag,
      cover: await this.papers.cover(event),
      coverAlt,
      startsAt,
      timeZone,
      city: event.venueCity,
      agenda: await this.events.agendaOf(manager, event.id),
      host: hosts[0] ?? null,
      name: application.name,
      handle: application.handle,
      role: 'guest' as const,
      ticketNumber: number,
      code: this.codes.of(application),
    }
    const type = format === 'pdf' ? 'application/pdf' : 'image/png'
    return { body: await renderBadge(badge, format), type, name: `badge-${number}.${format}`, disposition: 'inline' }
  }
}
