import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { ticketNumber } from '#draw'
import { renderAgenda } from '../documents/index.js'
import { Events } from '../events/index.js'
import type { Coming } from './coming.js'
import { EventPapers } from './event-papers.js'

/** The programme on paper. */
@Injectable()
export class PrintedAgenda {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: Events,
    private readonly papers: EventPapers,
  ) {}

  async of({ application, event }: Coming): Promise<Buffer> {
    const { manager } = this.dataSource
    const { title, startsAt, endsAt, timeZone, practical, venueName, venueAddress, venueCity } = event
    return renderAgenda({
      ...(await this.papers.of(manager, event)),
      locale: application.locale,
      title,
      startsAt,
      endsAt,
      timeZone,
      practical,
      venue: { name: venueName, address: venueAddress, city: venueCity },
      agenda: await this.events.agendaOf(manager, event.id),
      ticketNumber: ticketNumber(application.ticketId),
    })
  }
}
