import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Events } from '../events/index.js'
import { AttendanceRepository } from './attendance.repository.js'
import type { AttendeeListDto, DoorDto } from './dto/door.dto.js'
import { presentAttendee } from './guest.presenter.js'

/** What the door's page shows. */
@Injectable()
export class Door {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: Events,
    private readonly attendance: AttendanceRepository,
  ) {}

  async show(organizationId: string, eventId: string): Promise<DoorDto> {
    const { manager } = this.dataSource
    const { id, title, startsAt, timeZone } = await this.events.byId(manager, organizationId, eventId)
    return { event: { title, startsAt: startsAt?.toISOString() ?? null, timeZone }, ...(await this.attendance.counts(manager, id)) }
  }

  async attendees(organizationId: string, eventId: string, search: string): Promise<AttendeeListDto> {
    const { id } = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    return { items: (await this.attendance.coming(id, search)).map(presentAttendee) }
  }
}
