import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Clock } from '../../database/index.js'
import { Events, type PublicEvent, PublicEvents } from '../../events/index.js'
import { Application } from '../application.entity.js'
import { AddressChangeRepository } from './address-change.repository.js'
import type { AddressRole } from './address-change-tokens.js'
import { isAlive } from './answer-address-change.js'

/** What the page behind one of the two links shows before anything is pressed. */
export interface AddressPage {
  readonly state: 'open' | 'waiting' | 'over' | 'unknown'
  readonly role: AddressRole
  readonly event: PublicEvent | null
  /** The new address. */
  readonly email: string | null
}

@Injectable()
export class AddressChangePages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly publicEvents: PublicEvents,
    private readonly changes: AddressChangeRepository,
  ) {}

  async show(token: string): Promise<AddressPage> {
    const found = await this.changes.byToken(token)
    if (!found) return { state: 'unknown', role: 'prove', event: null, email: null }
    const { change, role } = found
    const { manager } = this.dataSource
    const application = await manager.findOneByOrFail(Application, { id: change.applicationId })
    const event = await this.events.byId(manager, application.organizationId, application.eventId)
    const now = await this.clock.now()
    const answered = role === 'prove' ? change.provenAt : change.agreedAt
    const state = !isAlive(change, application, now) ? 'over' : answered ? 'waiting' : 'open'
    const publicEvent = await this.publicEvents.present(event, await this.events.organizationOf(manager, event), manager, now)
    return { state, role, event: publicEvent, email: change.email }
  }
}
