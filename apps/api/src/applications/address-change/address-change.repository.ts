import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm'
import { tokenHash } from '../application-tokens.js'
import { AddressChange } from './address-change.entity.js'
import type { AddressRole } from './address-change-tokens.js'

/** A change, and which of its two links found it. */
export interface FoundChange {
  readonly change: AddressChange
  readonly role: AddressRole
}

@Injectable()
export class AddressChangeRepository {
  constructor(private readonly dataSource: DataSource) {}

  async byToken(token: string, manager = this.dataSource.manager): Promise<FoundChange | null> {
    const hash = tokenHash(token)
    const change = await manager.findOneBy(AddressChange, [{ proveTokenHash: hash }, { agreeTokenHash: hash }])
    return change && { change, role: change.proveTokenHash.equals(hash) ? 'prove' : 'agree' }
  }

  async lock(manager: EntityManager, id: string): Promise<AddressChange> {
    return manager.findOneOrFail(AddressChange, { where: { id }, lock: { mode: 'pessimistic_write' } })
  }

  /** The one that is under way, also when its time is over. */
  async open(manager: EntityManager, applicationId: string): Promise<AddressChange | null> {
    return manager.findOneBy(AddressChange, { applicationId, endedAt: IsNull() })
  }

  /** An earlier request for the same address that was never proven: its mail went out, and its links work again when it is asked for again. */
  async earlier(manager: EntityManager, applicationId: string, emailKey: string): Promise<AddressChange | null> {
    return manager.findOneBy(AddressChange, { applicationId, emailKey, endedAt: Not(IsNull()), provenAt: IsNull() })
  }

  async end(manager: EntityManager, applicationId: string, now: Date): Promise<void> {
    await manager.update(AddressChange, { applicationId, endedAt: IsNull() }, { endedAt: now })
  }
}
