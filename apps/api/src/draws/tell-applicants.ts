import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { parseManifest } from '#draw'
import { ApplicantLetters, FrozenApplications } from '../applications/index.js'
import type { Event } from '../events/index.js'
import { Deliveries } from '../messages/index.js'
import type { Draw } from './draw.entity.js'
import { DrawAnnouncements } from './draw-announcements.js'

/** What is told at the freeze, one after the other. */
export const announcements = ['entered', 'not-confirmed', 'left-out'] as const

interface Entered {
  readonly ticket: string
  readonly id: string
}

/** Whoever takes part gets the commitment: so many witnesses can no organizer reach (protocol section 4). Whoever does not is told why. */
@Injectable()
export class TellApplicants implements OnModuleInit {
  constructor(
    private readonly announcements: DrawAnnouncements,
    private readonly applications: FrozenApplications,
    private readonly letters: ApplicantLetters,
    private readonly deliveries: Deliveries,
  ) {}

  onModuleInit(): void {
    this.announcements.register('entered', (manager, draw, event, after, batchSize) =>
      this.#entered(manager, draw, event, after, batchSize),
    )
    this.announcements.register('not-confirmed', (manager, draw, event, after, batchSize) =>
      this.#notConfirmed(manager, draw, event, after, batchSize),
    )
    this.announcements.register('left-out', (manager, draw, event, after, batchSize) =>
      this.#leftOut(manager, draw, event, after, batchSize),
    )
  }

  /** In the order of the tickets. Whoever has withdrawn since then is told too: her ticket is in the list all the same. */
  async #entered(manager: EntityManager, draw: Draw, event: Event, after: string, batchSize: number): Promise<string | null> {
    const entered = await this.#enteredAfter(manager, draw, after, batchSize)
    const facts = {
      total: draw.entryCount,
      commitment: draw.commitment,
      mode: parseManifest(draw.manifest).seed.mode,
      round: draw.round,
      roundTime: draw.roundAt.toISOString(),
      trialBeacon: draw.trialBeacon,
    }
    const letters = await this.letters.address(
      manager,
      event,
      entered.map(({ id }) => id),
    )
    await this.deliveries.queueMany(
      manager,
      letters.map((letter) => ({
        ...letter,
        template: 'entered' as const,
        params: { ...letter.params, ...facts },
        key: `entered:${draw.id}:${letter.applicationId}`,
      })),
    )
    return entered.at(-1)?.ticket ?? null
  }

  async #enteredAfter(manager: EntityManager, draw: Draw, after: string, limit: number): Promise<Entered[]> {
    return manager.query<Entered[]>(
      `select ticket, applications.id
       from draw_tickets, unnest(tickets) as ticket join applications on applications.event_id = $2 and applications.ticket_id = ticket
       where draw_id = $1 and ticket > $3
         and first_ticket >= coalesce((select max(first_ticket) from draw_tickets where draw_id = $1 and first_ticket <= $3), '')
       order by ticket limit $4`,
      [draw.id, draw.eventId, after, limit],
    )
  }

  /** In the order of their ids. */
  async #notConfirmed(manager: EntityManager, draw: Draw, event: Event, after: string, batchSize: number): Promise<string | null> {
    const ids = await this.applications.unconfirmedAfter(manager, event, after || null, batchSize)
    const letters = await this.letters.address(manager, event, ids)
    await this.deliveries.queueMany(
      manager,
      letters.map((letter) => ({ ...letter, template: 'not-confirmed' as const, key: `not-confirmed:${draw.id}:${letter.applicationId}` })),
    )
    return ids.at(-1) ?? null
  }

  /** In the order of their ids. */
  async #leftOut(manager: EntityManager, draw: Draw, event: Event, after: string, batchSize: number): Promise<string | null> {
    const reasons = await this.applications.leftOutAfter(manager, event, after || null, batchSize)
    const letters = await this.letters.address(manager, event, [...reasons.keys()])
    const mails = letters.flatMap((letter) => {
      const reason = reasons.get(letter.applicationId)
      if (reason === undefined) return []
      return [
        {
          ...letter,
          template: 'left-out' as const,
          params: { ...letter.params, reason },
          key: `left-out:${draw.id}:${letter.applicationId}`,
        },
      ]
    })
    await this.deliveries.queueMany(manager, mails)
    return [...reasons.keys()].at(-1) ?? null
  }
}
