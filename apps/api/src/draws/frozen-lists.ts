import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { entryLine, type EntryList, type ExcludedList, parseEntries, parseExcluded } from '#draw'
import { FrozenApplications } from '../applications/index.js'
import type { Event } from '../events/index.js'
import { type EntryPolicy, entryUnit } from './entry-policy.js'
import { ListFile } from './list-file.js'

/** Makes the two lists of a draw from the applications. They come in the order of the lists, so their lines are only written down; reading the file back then checks every one of them. */
@Injectable()
export class FrozenLists {
  constructor(private readonly applications: FrozenApplications) {}

  /** Whoever takes part, by the rules of the event. */
  async entries(manager: EntityManager, event: Event, policy: EntryPolicy): Promise<EntryList> {
    const file = new ListFile()
    for await (const units of this.applications.units(manager, event)) {
      for (const unit of units) file.add(entryLine(entryUnit(unit, policy)))
    }
    return parseEntries(file.bytes(), policy.limits)
  }

  /** Every ticket that has a receipt and does not take part. */
  async excluded(manager: EntityManager, event: Event): Promise<ExcludedList> {
    const file = new ListFile()
    for await (const tickets of this.applications.setAside(manager, event)) {
      for (const { ticketId, reason } of tickets) file.add(`${ticketId} ${reason}`)
    }
    return parseExcluded(file.bytes())
  }
}
