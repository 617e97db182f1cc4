import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { calendarUid } from '#calendar'
import { type ApplicantLetter, ApplicantLetters } from '../applications/index.js'
import { TweetupConfig } from '../config/index.js'
import { Clock } from '../database/index.js'
import type { Event } from '../events/index.js'
import { Deliveries, type ParamsOf } from '../messages/index.js'
import type { Invitation } from './invitation.entity.js'
import type { ExclusionReason } from './leave-reasons.js'

/** A calendar takes a file for newer when its sequence is higher: the offer is 0, whatever ends it is 1. */
const offered = 0
const ended = 1

type SeatParams = ParamsOf<'seat-declined'>

/** The letters about seats, each queued in the transaction that makes it true. */
@Injectable()
export class InvitationMails {
  constructor(
    private readonly config: TweetupConfig,
    private readonly clock: Clock,
    private readonly letters: ApplicantLetters,
    private readonly deliveries: Deliveries,
  ) {}

  async invited(manager: EntityManager, event: Event, invitations: readonly Invitation[], promoted: boolean): Promise<void> {
    const ranks = await this.#ranks(manager, invitations)
    const byApplication = new Map(invitations.map((invitation) => [invitation.applicationId, invitation]))
    const letters = await this.letters.address(manager, event, [...byApplication.keys()])
    const ofUnit = Map.groupBy(letters, ({ applicationId }) => byApplication.get(applicationId)?.unitId ?? '')
    const mails = letters.flatMap((letter) => {
      const invitation = byApplication.get(letter.applicationId)
      if (!invitation) return []
      const companions = invitation.unitId === null ? [] : (ofUnit.get(invitation.unitId) ?? [])
      const others = companions.filter(({ applicationId }) => applicationId !== letter.applicationId)
      const { rank = null, total = 0 } = ranks.get(invitation.unitId ?? '') ?? {}
      const params = {
        ...letter.params,
        applicant: { ...letter.params.applicant, companions: others.map(({ params }) => params.applicant.name) },
        calendar: this.#calendar(invitation, offered, invitation.invitedAt),
        deadline: invitation.deadline.toISOString(),
        rank,
        total,
      }
      return [
        { ...letter, template: promoted ? ('promoted' as const) : ('invitation' as const), params, key: `invitation:${invitation.id}` },
      ]
    })
    await this.deliveries.queueMany(manager, mails)
  }

  async accepted(manager: EntityManager, event: Event, invitation: Invitation): Promise<void> {
    const letter = await this.#letter(manager, event, invitation)
    const params = { ...letter.params, canChangeUntil: letter.params.event.startsAt }
    await this.deliveries.queue(manager, { ...letter, template: 'invitation-accepted', params, key: `accepted:${invitation.id}` })
  }

  /** After a no, or a yes that was taken back. */
  async givenUp(manager: EntityManager, event: Event, invitation: Invitation): Promise<void> {
    const letter = await this.#seatLetter(manager, event, invitation)
    const template = invitation.returnedAt === null ? ('seat-declined' as const) : ('seat-returned' as const)
    await this.deliveries.queue(manager, { ...letter, template, key: `given-up:${invitation.id}` })
  }

  async lapsed(manager: EntityManager, event: Event, invitation: Invitation): Promise<void> {
    const letter = await this.#seatLetter(manager, event, invitation)
    const params = { ...letter.params, deadline: invitation.deadline.toISOString() }
    await this.deliveries.queue(manager, { ...letter, template: 'lapsed', params, key: `lapsed:${invitation.id}` })
  }

  async revoked(manager: EntityManager, event: Event, invitation: Invitation, reason: ExclusionReason, note: string | null): Promise<void> {
    const letter = await this.#seatLetter(manager, event, invitation)
    await this.deliveries.queue(manager, {
      ...letter,
      template: 'revoked',
      params: { ...letter.params, reason, note },
      key: `revoked:${invitation.id}`,
    })
  }

  async #letter(manager: EntityManager, event: Event, { applicationId }: Invitation): Promise<ApplicantLetter> {
    const [letter] = await this.letters.address(manager, event, [applicationId])
    if (!letter) throw new Error(`Application ${applicationId} has an invitation and cannot be written to.`)
    return letter
  }

  /** A letter that also takes the seat out of the calendar. */
  async #seatLetter(
    manager: EntityManager,
    event: Event,
    invitation: Invitation,
  ): Promise<ApplicantLetter & { readonly params: SeatParams }> {
    const letter = await this.#letter(manager, event, invitation)
    return { ...letter, params: { ...letter.params, calendar: this.#calendar(invitation, ended, await this.clock.now(manager)) } }
  }

  #calendar({ applicationId }: Invitation, sequence: number, stamp: Date): SeatParams['calendar'] {
    return { uid: calendarUid(applicationId, new URL(this.config.publicUrl).hostname), sequence, stamp: stamp.toISOString() }
  }

  async #ranks(manager: EntityManager, invitations: readonly Invitation[]): Promise<ReadonlyMap<string, { rank: number; total: number }>> {
    const [first] = invitations
    if (!first) return new Map()
    const rows = await manager.query<{ unit_id: string; rank: number; total: number }[]>(
      `select unit_id, rank, draws.entry_count as total from draw_units join draws on draws.id = draw_units.draw_id
       where draw_id = $1 and unit_id = any($2::text[])`,
      [first.drawId, invitations.flatMap(({ unitId }) => unitId ?? [])],
    )
    return new Map(rows.map(({ unit_id, rank, total }) => [unit_id, { rank, total }]))
  }
}
