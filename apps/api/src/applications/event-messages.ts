import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Events } from '../events/index.js'
import { Deliveries } from '../messages/index.js'
import type { MessageListDto } from './dto/application-list.dto.js'

/** Which mails an event has sent, and how they fared. */
@Injectable()
export class EventMessages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: Events,
    private readonly deliveries: Deliveries,
  ) {}

  async of(organizationId: string, eventId: string): Promise<MessageListDto> {
    const event = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    return { items: await this.deliveries.summaryOfEvent(event.id) }
  }
}
