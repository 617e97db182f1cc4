import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Event } from '../events/index.js'
import { Deliveries, type QueuedMail } from '../messages/index.js'
import { type ApplicantLetter, ApplicantLetters, type Letterhead, writeLetter } from './applicant-letters.js'
import type { Application } from './application.entity.js'
import type { SignedReceiptDto } from './dto/receipt.dto.js'
import { Receipts } from './receipts.js'

/** An address that nobody has confirmed may belong to a stranger: it gets no more mails than these at once, and then one a day, whatever happens. */
const mostConfirmationMails = 3
const hour = 3_600_000
const day = 24 * hour

/** An application that was just received, and what its sender is answered. */
export interface Received {
  readonly application: Application
  readonly receipt: SignedReceiptDto
}

/** The mails around the proof of an address, and how many of them there may be. */
@Injectable()
export class ConfirmationMails {
  constructor(
    private readonly letters: ApplicantLetters,
    private readonly deliveries: Deliveries,
    private readonly receipts: Receipts,
  ) {}

  /** Asks the addresses of new applications for their proof, with the receipts that were just signed. */
  async askFirst(
    manager: EntityManager,
    event: Event,
    letterhead: Letterhead,
    received: readonly Received[],
    { awaited } = { awaited: true },
  ): Promise<void> {
    const grouped = received.flatMap(({ application: { id, groupId } }) => (groupId === null ? [] : [id]))
    const companions = new Map(
      (await this.letters.address(manager, event, grouped)).map(({ applicationId, params }) => [
        applicationId,
        params.applicant.companions,
      ]),
    )
    await this.deliveries.queueMany(
      manager,
      received.map(({ application, receipt }) =>
        confirmAddress(writeLetter(letterhead, event, application, companions.get(application.id) ?? []), receipt, 1),
      ),
      { awaited },
    )
  }

  /**
   * Asks for the proof of the address once more, unless it was asked often enough. Never "enough" for good: whoever typed a rival's address
   * and used up its mails would otherwise keep her out of the draw.
   */
  async ask(manager: EntityManager, event: Event, application: Application, now: Date): Promise<void> {
    const [row] = await manager.query<{ mails: number; lately: boolean }[]>(
      `select count(*)::int as mails, coalesce(max(queued_at) > $2, false) as lately
       from deliveries where application_id = $1 and template = 'confirm-address'`,
      [application.id, new Date(now.getTime() - day)],
    )
    const number = (row?.mails ?? 0) + 1
    if (number > mostConfirmationMails && row?.lately) return
    await this.#ask(manager, event, application, this.receipts.of(application), number)
  }

  /** Tells the owner of the address that it was used again: the confirmation once more, or the link to the page at most once an hour. */
  async appliedAgain(
    manager: EntityManager,
    event: Event,
    owner: Application,
    again: Pick<Application, 'receivedAt' | 'groupId'>,
  ): Promise<void> {
    const now = again.receivedAt
    if (owner.confirmedAt === null) return this.ask(manager, event, owner, now)
    const letter = await this.#letter(manager, event, owner)
    // Whoever came by the link of a group can join it with the application she has.
    const groupId = owner.groupId === null && owner.withdrawnAt === null ? again.groupId : null
    const params = { ...letter.params, withdrawn: owner.withdrawnAt !== null, groupId }
    await this.deliveries.queue(manager, {
      ...letter,
      template: 'application-again',
      params,
      key: `application-again:${owner.id}:${Math.floor(now.getTime() / hour)}`,
    })
  }

  /** The link that replaces the one on the receipt. */
  async newLink(manager: EntityManager, event: Event, application: Application): Promise<void> {
    const letter = await this.#letter(manager, event, application)
    await this.deliveries.queue(manager, {
      ...letter,
      template: 'link-again',
      key: `link-again:${application.id}:${application.tokenEpoch}`,
    })
  }

  /** Once an hour at most: whoever goes back and forth needs no mail each time. */
  async withdrawn(manager: EntityManager, event: Event, application: Application, afterCommitment: boolean): Promise<void> {
    const letter = await this.#letter(manager, event, application)
    await this.deliveries.queue(manager, {
      ...letter,
      template: 'withdrawn',
      params: { ...letter.params, afterCommitment },
      key: `withdrawn:${application.id}:${Math.floor((application.withdrawnAt?.getTime() ?? 0) / hour)}`,
    })
  }

  async #ask(manager: EntityManager, event: Event, application: Application, receipt: SignedReceiptDto, number: number): Promise<void> {
    const letter = await this.#letter(manager, event, application)
    await this.deliveries.queue(manager, confirmAddress(letter, receipt, number))
  }

  async #letter(manager: EntityManager, event: Event, { id }: Application) {
    const [letter] = await this.letters.address(manager, event, [id])
    if (!letter) throw new Error(`Application ${id} is not one of event ${event.id}.`)
    return letter
  }
}

function confirmAddress(letter: ApplicantLetter, receipt: SignedReceiptDto, number: number): QueuedMail<'confirm-address'> {
  return {
    ...letter,
    template: 'confirm-address',
    params: { ...letter.params, receipt },
    key: `confirm-address:${letter.applicationId}:${number}`,
  }
}
