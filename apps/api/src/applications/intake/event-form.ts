import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Event, Events, type Question } from '../../events/index.js'

const mostKnown = 200

/** The questions of forms that many fill in, kept by the version of their event: whoever changes a question makes a new one. */
@Injectable()
export class EventForm {
  readonly #known = new Map<string, { readonly version: number; readonly questions: readonly Question[] }>()

  constructor(private readonly events: Events) {}

  /** The application's questions of an event that is held, so that they are those of its version. */
  async questionsOf(manager: EntityManager, { id, version }: Event): Promise<readonly Question[]> {
    const known = this.#known.get(id)
    if (known?.version === version) return known.questions
    const questions = await this.events.questionsOf(manager, id, 'application')
    if (this.#known.size >= mostKnown) this.#known.clear()
    this.#known.set(id, { version, questions })
    return questions
  }
}
