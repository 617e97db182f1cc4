import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { SelectionPolicy } from '#policy'
import { PolicyGuards } from '../events/index.js'
import type { FieldError } from '../http/index.js'
import { Pick } from './pick.entity.js'

/** Fewer seats cannot be declared than are given. */
@Injectable()
export class GuardPicks implements OnModuleInit {
  constructor(private readonly guards: PolicyGuards) {}

  onModuleInit(): void {
    this.guards.register((manager, eventId, policy) => this.#problems(manager, eventId, policy))
  }

  async #problems(manager: EntityManager, eventId: string, { picked }: SelectionPolicy): Promise<FieldError[]> {
    const given = await manager.countBy(Pick, { eventId })
    return picked.seats >= given ? [] : [{ path: 'policy.picked.seats', code: 'picks:moreGiven', values: { given } }]
  }
}
