import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type ApplicantLetter, ApplicantLetters } from '../applications/index.js'
import type { Event } from '../events/index.js'
import { Deliveries } from '../messages/index.js'
import type { Exclusion } from './exclusion.entity.js'

/** The letters about exclusions that are not about a seat, each queued in the transaction that makes it true. */
@Injectable()
export class ExclusionMails {
  constructor(
    private readonly letters: ApplicantLetters,
    private readonly deliveries: Deliveries,
  ) {}

  /** To whoever held no seat; a seat that is taken back has a letter of its own. */
  async excluded(manager: EntityManager, event: Event, exclusion: Exclusion): Promise<void> {
    const letter = await this.#letter(manager, event, exclusion)
    const { id, reason, note } = exclusion
    await this.deliveries.queue(manager, {
      ...letter,
      template: 'excluded',
      params: { ...letter.params, reason, note },
      key: `excluded:${id}`,
    })
  }

  async reinstated(manager: EntityManager, event: Event, exclusion: Exclusion): Promise<void> {
    const letter = await this.#letter(manager, event, exclusion)
    await this.deliveries.queue(manager, { ...letter, template: 'reinstated', key: `reinstated:${exclusion.id}` })
  }

  async appealRefused(manager: EntityManager, event: Event, exclusion: Exclusion, answer: string): Promise<void> {
    const letter = await this.#letter(manager, event, exclusion)
    await this.deliveries.queue(manager, {
      ...letter,
      template: 'appeal-refused',
      params: { ...letter.params, answer },
      key: `appeal-refused:${exclusion.id}`,
    })
  }

  async #letter(manager: EntityManager, event: Event, { applicationId }: Exclusion): Promise<ApplicantLetter> {
    const [letter] = await this.letters.address(manager, event, [applicationId])
    if (!letter) throw new Error(`Application ${applicationId} was excluded and cannot be written to.`)
    return letter
  }
}
