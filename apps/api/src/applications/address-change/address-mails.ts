import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Event } from '../../events/index.js'
import { Deliveries } from '../../messages/index.js'
import { ApplicantLetters } from '../applicant-letters.js'
import type { Application } from '../application.entity.js'
import { ConfirmationMails } from '../confirmation-mails.js'
import type { AddressChange } from './address-change.entity.js'

const day = 86_400_000

/** The mails around a change of address. What they say to whom must tell a stranger nothing. */
@Injectable()
export class AddressMails {
  constructor(
    private readonly letters: ApplicantLetters,
    private readonly deliveries: Deliveries,
    private readonly confirmations: ConfirmationMails,
  ) {}

  /** Asks the new address for its proof. It may be a stranger's: it gets this mail once per event, whoever asks how often, and not at all after another that it did not ask for. */
  async askProof(manager: EntityManager, event: Event, application: Application, change: AddressChange): Promise<void> {
    const letter = await this.#letter(manager, event, application)
    await this.deliveries.queue(manager, {
      ...letter,
      recipient: change.email,
      template: 'address-proof',
      params: { ...letter.params, change: { id: change.id, role: 'prove' } },
      key: `address-proof:${event.id}:${createHash('sha256').update(change.emailKey).digest('base64url')}`,
    })
  }

  /** Asks the old, confirmed address whether it agrees. */
  async askAgreement(manager: EntityManager, event: Event, application: Application, change: AddressChange): Promise<void> {
    const letter = await this.#letter(manager, event, application)
    await this.deliveries.queue(manager, {
      ...letter,
      template: 'address-agreement',
      params: { ...letter.params, change: { id: change.id, role: 'agree' }, newAddress: change.email },
      key: `address-agreement:${change.id}:${change.askedAt.getTime()}`,
    })
  }

  /** Somebody wants to move to an address that has an application of its own: only its owner is told, by what she would get anyway. */
  async taken(manager: EntityManager, event: Event, owner: Application, now: Date): Promise<void> {
    if (owner.confirmedAt === null) return this.confirmations.askAnew(manager, event, owner, now)
    const letter = await this.#letter(manager, event, owner)
    await this.deliveries.queue(manager, {
      ...letter,
      template: 'address-taken',
      key: `address-taken:${owner.id}:${Math.floor(now.getTime() / day)}`,
    })
  }

  /** To the new address, with the link that works from now on. */
  async moved(manager: EntityManager, event: Event, application: Application): Promise<void> {
    const letter = await this.#letter(manager, event, application)
    await this.deliveries.queue(manager, {
      ...letter,
      template: 'address-moved',
      key: `address-moved:${application.id}:${application.tokenEpoch}`,
    })
  }

  /** To the old address, if it was the owner's: the last mail there. */
  async left(manager: EntityManager, event: Event, before: Application, change: AddressChange): Promise<void> {
    const letter = await this.#letter(manager, event, before)
    await this.deliveries.queue(manager, {
      ...letter,
      recipient: before.email,
      template: 'address-left',
      key: `address-left:${change.id}:${change.askedAt.getTime()}`,
    })
  }

  async #letter(manager: EntityManager, event: Event, { id }: Application) {
    const [letter] = await this.letters.address(manager, event, [id])
    if (!letter) throw new Error(`Application ${id} is not one of event ${event.id}.`)
    return letter
  }
}
