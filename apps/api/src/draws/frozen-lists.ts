import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { entryLine, type EntryList, type ExcludedList, parseEntries, parseExcluded } from '#draw'
import { FrozenApplications } from '../applications/index.js'
import type { Event } from '../events/index.js'
import type { EntryPolicy } from './entry-policy.js'
import { ListFile } from './list-file.js'

/** Why a ticket that was confirmed by the close does not take part: every pool that it could have competed in had closed before. */
const noPool = 'no-pool'

/** Makes the two lists of a draw from the applications. They come in the order of the lists, so their lines are only written down; reading the file back then checks every one of them. */
@Injectable()
export class FrozenLists {
  constructor(private readonly applications: FrozenApplications) {}

  /** Whoever takes part, by the rules of the event. Whoever has no pool to compete in is set aside, which `excluded` then tells. */
  async entries(manager: EntityManager, event: Event, policy: EntryPolicy, now: Date): Promise<EntryList> {
    const file = new ListFile()
    const aside: string[] = []
    for await (const units of this.applications.units(manager, event, event.policy, now)) {
      for (const unit of units) {
        const entry = policy.entryUnit(unit)
        if (entry === null) aside.push(...unit.members.map(({ ticketId }) => ticketId))
        else file.add(entryLine(entry))
      }
    }
    if (aside.length > 0) await this.applications.putAside(manager, event, aside, noPool, now)
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
