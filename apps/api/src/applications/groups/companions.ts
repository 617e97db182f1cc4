import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { newId, Transactions } from '../../database/index.js'
import { type Event, Events } from '../../events/index.js'
import { Conflict, Forbidden, NotFound } from '../../http/index.js'
import { Application } from '../application.entity.js'
import { ApplicationRepository } from '../application.repository.js'
import { ApplicationTokens } from '../application-tokens.js'
import { EventGate, type Gate } from '../event-gate.js'
import { ApplicationGroup } from './application-group.entity.js'
import { keeperOf } from './companion.js'
import { GroupRepository } from './group.repository.js'

/** Whose application it is about. */
type Applicant = Pick<Application, 'id' | 'eventId' | 'organizationId'>

/**
 * Coming together: one founds a group and shares its link, others join, each with an application of her own. Until the close; the
 * freeze makes one unit of those who take part. Locks: event, group, application.
 */
@Injectable()
export class Companions {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly gate: EventGate,
    private readonly applications: ApplicationRepository,
    private readonly groups: GroupRepository,
    private readonly tokens: ApplicationTokens,
  ) {}

  /** Founds a group of one. Founding twice is founding once. */
  async found(applicant: Applicant): Promise<void> {
    await this.#change(applicant, async (manager, event, { now }) => {
      const application = await this.#lockTakingPart(manager, applicant)
      if (application.groupId !== null) return
      const id = newId()
      const { organizationId, id: eventId } = event
      const tokenHash = this.tokens.togetherHash({ id, tokenEpoch: 0 })
      await manager.insert(ApplicationGroup, { id, organizationId, eventId, tokenHash, tokenEpoch: 0, createdAt: now })
      await manager.update(Application, { id: application.id }, { groupId: id, groupJoinedAt: now })
    })
  }

  /** Joins the group that a link leads to. Joining twice is joining once. */
  async join(applicant: Applicant, token: string): Promise<void> {
    await this.#change(applicant, async (manager, event, gate) => {
      const group = await this.groups.lockByToken(manager, event.id, token)
      if (group === null) throw new NotFound('applications:groupUnknown')
      const application = await this.#lockTakingPart(manager, applicant)
      if (application.groupId === group.id) return
      if (application.groupId !== null) throw new Conflict('applications:groupElsewhere')
      await this.#requireRoom(manager, group, gate)
      await manager.update(Application, { id: application.id }, { groupId: group.id, groupJoinedAt: gate.now })
    })
  }

  /**
   * For somebody who joins while applying: the group, locked and with room for her, inside the transaction that holds the event open.
   * Null without a token.
   */
  async roomFor(manager: EntityManager, eventId: string, gate: Gate, token: string | null | undefined): Promise<ApplicationGroup | null> {
    if (!token) return null
    requireOffered(gate)
    const group = await this.groups.lockByToken(manager, eventId, token)
    if (group === null) throw new NotFound('applications:groupUnknown')
    await this.#requireRoom(manager, group, gate)
    return group
  }

  /** Goes on alone. Who is in no group has left already. */
  async leave(applicant: Applicant): Promise<void> {
    await this.#inGroup(applicant, async (manager) => {
      await manager.update(Application, { id: applicant.id }, { groupId: null, groupJoinedAt: null })
    })
  }

  /** The keeper removes somebody, who goes on alone. Who is gone has been removed already. */
  async remove(applicant: Applicant, companionId: string): Promise<void> {
    const inGroup = await this.#inGroup(applicant, async (manager, group) => {
      await this.#requireKeeper(manager, group, applicant)
      await manager.update(Application, { id: companionId, groupId: group.id }, { groupId: null, groupJoinedAt: null })
    })
    if (!inGroup) throw new Conflict('applications:groupNone')
  }

  /** The keeper replaces the link: the one that was shared leads nowhere from now on. */
  async renewLink(applicant: Applicant): Promise<void> {
    const inGroup = await this.#inGroup(applicant, async (manager, group) => {
      await this.#requireKeeper(manager, group, applicant)
      const renewed = { id: group.id, tokenEpoch: group.tokenEpoch + 1 }
      await manager.update(
        ApplicationGroup,
        { id: group.id },
        { tokenEpoch: renewed.tokenEpoch, tokenHash: this.tokens.togetherHash(renewed) },
      )
    })
    if (!inGroup) throw new Conflict('applications:groupNone')
  }

  /** Runs the change while the event takes applications and offers groups. */
  async #change(
    { organizationId, eventId }: Applicant,
    change: (manager: EntityManager, event: Event, gate: Gate) => Promise<void>,
  ): Promise<void> {
    await this.transactions.run(async (manager) => {
      const event = await this.events.byId(manager, organizationId, eventId)
      const gate = await this.gate.holdOpen(manager, event)
      requireOffered(gate)
      await change(manager, event, gate)
    })
  }

  /** Runs the change with the applicant's group and application locked; answers whether she is in one. */
  async #inGroup(applicant: Applicant, change: (manager: EntityManager, group: ApplicationGroup) => Promise<void>): Promise<boolean> {
    let found = false
    await this.#change(applicant, async (manager) => {
      const { groupId } = await manager.findOneByOrFail(Application, { id: applicant.id })
      if (groupId === null) return
      const group = await this.groups.lock(manager, groupId)
      // Somebody may have removed her while she waited for the group.
      const application = await this.applications.lock(manager, applicant.id)
      if (application.groupId !== group.id) return
      found = true
      await change(manager, group)
    })
    return found
  }

  async #lockTakingPart(manager: EntityManager, { id }: Applicant): Promise<Application> {
    const application = await this.applications.lock(manager, id)
    if (application.withdrawnAt !== null) throw new Conflict('applications:withdrawn')
    return application
  }

  /** Everybody who has joined keeps her place, confirmed or not, until she leaves or is removed: so nobody is over when all of them confirm. */
  async #requireRoom(manager: EntityManager, group: ApplicationGroup, { largestGroup }: Gate): Promise<void> {
    if ((await this.groups.companions(group.id, manager)).length >= largestGroup)
      throw new Conflict('applications:groupFull', { count: largestGroup })
  }

  async #requireKeeper(manager: EntityManager, group: ApplicationGroup, { id }: Applicant): Promise<void> {
    const keeper = keeperOf(await this.groups.companions(group.id, manager))
    if (keeper?.id !== id) throw new Forbidden('applications:groupNotKeeper')
  }
}

function requireOffered({ largestGroup }: Gate): void {
  if (largestGroup < 2) throw new Conflict('applications:groupsNotOffered')
}
