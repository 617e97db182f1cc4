import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type EntryList, type ExcludedList, parseExcluded } from '#draw'
import { FrozenApplications, noPool } from '../applications/index.js'
import type { Event } from '../events/index.js'
import { entriesWriter, readEntries } from './engine/draw-engine.js'
import type { EntryPolicy } from './entry-policy.js'
import { ListFile } from './list-file.js'

/** Makes the two lists of a draw from the applications. They come in the order of the lists and are written down as bytes; reading the files back then checks every line. */
@Injectable()
export class FrozenLists {
  constructor(private readonly applications: FrozenApplications) {}

  /** Whoever takes part, by the rules of the event. Whoever has no pool to compete in is set aside, which `excluded` then tells. */
  async entries(manager: EntityManager, event: Event, policy: EntryPolicy, now: Date): Promise<EntryList> {
    const writer = entriesWriter(policy.limits, await this.applications.count(manager, event))
    const aside: string[] = []
    for await (const units of this.applications.units(manager, event, event.policy, now)) {
      for (const unit of units) {
        const entry = policy.entryUnit(unit)
        if (entry === null) aside.push(...unit.members.map(({ ticketId }) => ticketId))
        else writer.add(entry)
      }
    }
    if (aside.length > 0) await this.applications.putAside(manager, event, aside, noPool, now)
    return readEntries(writer.file(), policy.limits)
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
