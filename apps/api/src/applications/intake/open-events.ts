import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Event, Events, type Question } from '../../events/index.js'
import { Gone, NotFound } from '../../http/index.js'
import { ApplicantLetters, type Letterhead } from '../applicant-letters.js'
import { EventGate, type Gate } from '../event-gate.js'

/** What a batch must know of its event. */
interface Known {
  readonly event: Event
  readonly questions: readonly Question[]
  readonly letterhead: Letterhead
}

interface Kept extends Known {
  readonly readAt: number
}

export interface OpenEvent extends Known {
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
    private readonly events: Events,
    private readonly gate: EventGate,
    private readonly letters: ApplicantLetters,
  ) {}

  /** The event at `organization/event`, held open until the transaction ends. Throws NotFound, Conflict before it opens, Gone after. */
  async hold(manager: EntityManager, address: string): Promise<OpenEvent> {
    const kept = this.#kept.get(address)
    const known = kept && performance.now() - kept.readAt < keptForMs ? kept : await this.#read(manager, address)
    try {
      return await this.#holdAs(manager, address, known)
    } catch (error) {
      // It may take applications for longer than was known.
      if (known !== kept || !(error instanceof Gone)) throw error
      return this.#holdAs(manager, address, await this.#read(manager, address))
    }
  }

  async #holdAs(manager: EntityManager, address: string, known: Known): Promise<OpenEvent> {
    const gate = await this.gate.holdOpen(manager, known.event)
    return { ...(gate.version === known.event.version ? known : await this.#read(manager, address)), gate }
  }

  /** The event before what belongs to it: what is changed in between then stands under an older version, and is read again. */
  async #read(manager: EntityManager, address: string): Promise<Known> {
    const readAt = performance.now()
    const [organizationSlug = '', eventSlug = ''] = address.split('/')
    const found = await this.events.bySlugs(manager, organizationSlug, eventSlug)
    if (!found) throw new NotFound()
    const questions = await this.events.questionsOf(manager, found.event.id, 'application')
    const known = { event: found.event, questions, letterhead: await this.letters.letterhead(manager, found.event), readAt }
    if (this.#kept.size >= mostKept) this.#kept.clear()
    this.#kept.set(address, known)
    return known
  }
}
