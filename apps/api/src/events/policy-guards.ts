import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { SelectionPolicy } from '#policy'
import type { FieldError } from '../http/index.js'

type Guard = (manager: EntityManager, eventId: string, policy: SelectionPolicy) => Promise<readonly FieldError[]>

/** What features that build on events hold against a change of the policy. They say so here, so that events need not know them. */
@Injectable()
export class PolicyGuards {
  readonly #guards: Guard[] = []

  register(guard: Guard): void {
    this.#guards.push(guard)
  }

  async problems(manager: EntityManager, eventId: string, policy: SelectionPolicy): Promise<readonly FieldError[]> {
    const problems: FieldError[] = []
    for (const guard of this.#guards) problems.push(...(await guard(manager, eventId, policy)))
    return problems
  }
}
