import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { type Event, Events, type Question } from '../../events/index.js'
import { Gone, NotFound } from '../../http/index.js'
import { EventGate, type Gate } from '../event-gate.js'

/** What a batch must know of its event. */
interface KnownEvent {
  readonly event: Event
  readonly questions: readonly Question[]
  /** Whether anybody has applied to another event of the organization. */
  readonly hasEarlierFans: boolean
}

/** One that has a close. */
export interface ClosingEvent extends KnownEvent {
  readonly event: Event & { readonly closesAt: Date }
}

interface Kept extends KnownEvent {
  readonly readAt: number
}

export interface OpenEvent extends KnownEvent {
  readonly gate: Gate
}

const keptForMs = 1000
const mostKept = 200

/**
 * Events that take applications. What was read is used again for a second, so that a rush does not ask the same things for every batch, and
 * only while the event has the version under the lock that it had then: whoever changes the form is obeyed at once.
 */
@Injectable()
export class OpenEvents {
  readonly #kept = new Map<string, Kept>()

  constructor(
    private readonly dataSource: DataSource,
    private readonly events: Events,
    private readonly gate: EventGate,
  ) {}

  /** What is known of the event at `organization/event`, and may have changed within the second; null when there is none or it has no close yet. */
  async known(address: string): Promise<ClosingEvent | null> {
    const kept = this.#fresh(address)
    try {
      const { event, ...rest } = kept ?? (await this.#read(this.dataSource.manager, address))
      return event.closesAt === null ? null : { ...rest, event: { ...event, closesAt: event.closesAt } }
    } catch (error) {
      if (error instanceof NotFound) return null
      throw error
    }
  }

  /** The event at `organization/event`, held open until the transaction ends. Throws NotFound, Conflict before it opens, Gone after. */
  async hold(manager: EntityManager, address: string): Promise<OpenEvent> {
    const kept = this.#fresh(address)
    const known = kept ?? (await this.#read(manager, address))
    try {
      return await this.#holdAs(manager, address, known)
    } catch (error) {
      // It may take applications for longer than was known.
      if (known !== kept || !(error instanceof Gone)) throw error
      return this.#holdAs(manager, address, await this.#read(manager, address))
    }
  }

  #fresh(address: string): Kept | undefined {
    const kept = this.#kept.get(address)
    return kept && performance.now() - kept.readAt < keptForMs ? kept : undefined
  }

  async #holdAs(manager: EntityManager, address: string, known: KnownEvent): Promise<OpenEvent> {
    const gate = await this.gate.holdOpen(manager, known.event)
    return { ...(gate.version === known.event.version ? known : await this.#read(manager, address)), gate }
  }

  /** The event before what belongs to it: what is changed in between then stands under an older version, and is read again. */
  async #read(manager: EntityManager, address: string): Promise<KnownEvent> {
    const readAt = performance.now()
    const [organizationSlug = '', eventSlug = ''] = address.split('/')
    const found = await this.events.bySlugs(manager, organizationSlug, eventSlug)
    if (!found) throw new NotFound()
    const questions = await this.events.questionsOf(manager, found.event.id, 'application')
    const known = { event: found.event, questions, hasEarlierFans: await hasEarlierFans(manager, found.event), readAt }
    if (this.#kept.size >= mostKept) this.#kept.clear()
    this.#kept.set(address, known)
    return known
  }
}

async function hasEarlierFans(manager: EntityManager, { id, organizationId }: Event): Promise<boolean> {
  const [row] = await manager.query<{ known: boolean }[]>(
    `select exists (
       select from events other
       where other.organization_id = $1 and other.id <> $2 and exists (select from applications where event_id = other.id)
     ) as known`,
    [organizationId, id],
  )
  return row?.known ?? false
}
