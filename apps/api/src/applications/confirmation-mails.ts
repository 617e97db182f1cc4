import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Event } from '../events/index.js'
import { Deliveries, type QueuedMail } from '../messages/index.js'
import { type ApplicantLetter, ApplicantLetters, writeLetter } from './applicant-letters.js'
import type { Application } from './application.entity.js'
import type { SignedReceiptDto } from './dto/receipt.dto.js'
import { Receipts } from './receipts.js'

/** An address that nobody has confirmed may belong to a stranger: who asks for its mail again gets so many, some minutes apart, and then one a day. */
const mostConfirmationMails = 3
const minute = 60_000
const hour = 3_600_000
const day = 24 * hour

/** How long somebody waits before the mail can be asked for again. */
export const betweenMails = 5 * minute

/** The mails around the proof of an address, and how many of them there may be. */
@Injectable()
export class ConfirmationMails {
  constructor(
    private readonly letters: ApplicantLetters,
    private readonly deliveries: Deliveries,
    private readonly receipts: Receipts,
  ) {}

  /** Asks the addresses of new applications for their proof, with their signed receipts; whoever was asked already is not asked again. */
  async askFirst(manager: EntityManager, event: Event, applications: readonly Application[], { awaited = true } = {}): Promise<void> {
    const letterhead = await this.letters.letterhead(manager, event)
    const grouped = applications.flatMap(({ id, groupId }) => (groupId === null ? [] : [id]))
    const companions = new Map(
      (await this.letters.address(manager, event, grouped)).map(({ applicationId, params }) => [
        applicationId,
        params.applicant.companions,
      ]),
    )
    await this.deliveries.queueMany(
      manager,
      applications.map((application) =>
        confirmAddress(writeLetter(letterhead, event, application, companions.get(application.id) ?? []), this.receipts.of(application), 1),
      ),
      { awaited },
    )
  }

  /**
   * Asks for the proof of the address once more because somebody wants it, unless that was done just now or often enough. Never "enough" for good:
   * whoever typed a rival's address and used up its mails would otherwise keep her out of the draw.
   */
  async ask(manager: EntityManager, event: Event, application: Application, now: Date, asked = true): Promise<void> {
    const { number, arrived, latest } = await this.#asked(manager, application)
    const pause = arrived >= mostConfirmationMails ? day : betweenMails
    if (latest !== null && latest.getTime() + pause > now.getTime()) return
    const letter = await this.#letter(manager, event, application)
    await this.deliveries.queue(manager, confirmAddress(letter, this.receipts.of(application), number, asked))
  }

  /**
   * The address was used again. If it is not confirmed, it may be a stranger's, whom this is no reason to write to a second time: only a first mail
   * that did not arrive is sent anew. Its owner is told once a day at most, with the link to her page.
   */
  async appliedAgain(
    manager: EntityManager,
    event: Event,
    owner: Application,
    again: Pick<Application, 'receivedAt' | 'groupId'>,
  ): Promise<void> {
    const now = again.receivedAt
    if (owner.confirmedAt === null) return this.askAnew(manager, event, owner, now)
    const letter = await this.#letter(manager, event, owner)
    // Whoever came by the link of a group can join it with the application she has.
    const groupId = owner.groupId === null && owner.withdrawnAt === null ? again.groupId : null
    const params = { ...letter.params, withdrawn: owner.withdrawnAt !== null, groupId }
    await this.deliveries.queue(manager, {
      ...letter,
      template: 'application-again',
      params,
      key: `application-again:${owner.id}:${Math.floor(now.getTime() / day)}`,
    })
  }

  /** Asks for the proof of an address that nobody has asked yet, as far as a mail has arrived. */
  async askAnew(manager: EntityManager, event: Event, owner: Application, now: Date): Promise<void> {
    if ((await this.#asked(manager, owner)).arrived === 0) await this.ask(manager, event, owner, now, false)
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

  /** The number of the next mail; how many have arrived or still may, and when the latest was written, whatever became of it. */
  async #asked(manager: EntityManager, { id }: Application): Promise<{ number: number; arrived: number; latest: Date | null }> {
    const [row] = await manager.query<{ mails: number; arrived: number; latest: Date | null }[]>(
      `select count(*)::int as mails, (count(*) filter (where state not in ('bounced', 'failed')))::int as arrived, max(queued_at) as latest
       from deliveries where application_id = $1 and template = 'confirm-address'`,
      [id],
    )
    return { number: (row?.mails ?? 0) + 1, arrived: row?.arrived ?? 0, latest: row?.latest ?? null }
  }

  async #letter(manager: EntityManager, event: Event, { id }: Application) {
    const [letter] = await this.letters.address(manager, event, [id])
    if (!letter) throw new Error(`Application ${id} is not one of event ${event.id}.`)
    return letter
  }
}

function confirmAddress(letter: ApplicantLetter, receipt: SignedReceiptDto, number: number, asked = false): QueuedMail<'confirm-address'> {
  return {
    ...letter,
    template: 'confirm-address',
    params: { ...letter.params, receipt, ...(asked ? { asked } : {}) },
    key: `confirm-address:${letter.applicationId}:${number}`,
  }
}
