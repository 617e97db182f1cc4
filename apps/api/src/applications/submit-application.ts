import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { holderOfEmail, ticketId, ticketNumber } from '#draw'
import { newId, Transactions } from '../database/index.js'
import { type Event, Events } from '../events/index.js'
import { canonicalEmail } from '../http/dto/index.js'
import { Gone, Idempotency, Invalid, NotFound } from '../http/index.js'
import type { Application } from './application.entity.js'
import { ApplicationRepository } from './application.repository.js'
import { ApplicationTokens } from './application-tokens.js'
import { ConfirmationMails } from './confirmation-mails.js'
import type { ReceiptDto, SignedReceiptDto } from './dto/receipt.dto.js'
import type { SubmitApplicationDto } from './dto/submit-application.dto.js'
import { EventGate, type Gate } from './event-gate.js'
import { Companions } from './groups/companions.js'
import { readAnswers, readHandle } from './form-answers.js'
import { mayStillWin } from './pool-doors.js'
import { Receipts } from './receipts.js'
import { SubmissionLimits } from './submission-limits.js'

/** The consent text that the form shows; its wording lies in the web catalogues under this name. */
const consentVersion = 'apply-1'

/** Somebody asks for a seat. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly gate: EventGate,
    private readonly limits: SubmissionLimits,
    private readonly applications: ApplicationRepository,
    private readonly tokens: ApplicationTokens,
    private readonly receipts: Receipts,
    private readonly mails: ConfirmationMails,
    private readonly companions: Companions,
    private readonly idempotency: Idempotency,
  ) {}

  /** Answers the receipt. It is the same, to the shape, for an address that has applied before. */
  async run(organizationSlug: string, eventSlug: string, ip: string, input: SubmitApplicationDto): Promise<ReceiptDto> {
    const emailKey = canonicalEmail(input.email) ?? input.email
    await this.limits.take(ip, `${organizationSlug}/${eventSlug}`, emailKey)
    return this.transactions.run(async (manager) => {
      const found = await this.events.bySlugs(manager, organizationSlug, eventSlug)
      if (!found) throw new NotFound()
      const { event } = found
      const gate = await this.gate.holdOpen(manager, event)
      const alone = await this.#read(manager, event, gate, emailKey, input)
      const group = await this.companions.roomFor(manager, event.id, gate, input.together)
      const application = group === null ? alone : { ...alone, groupId: group.id, groupJoinedAt: gate.now }
      const receipt = this.receipts.of(application)
      await this.#receive(manager, event, application, receipt)
      const answer = this.#present(application, receipt, gate)
      await this.idempotency.remember(manager, 201, answer)
      return answer
    })
  }

  async #read(manager: EntityManager, event: Event, { now }: Gate, emailKey: string, input: SubmitApplicationDto): Promise<Application> {
    const { handle, errors: handleErrors } = readHandle(input.handle ?? '')
    const { answers, errors: answerErrors } = readAnswers(await this.events.questionsOf(manager, event.id, 'application'), input.answers)
    const errors = [...formErrors(input), ...handleErrors, ...answerErrors]
    if (errors.length > 0) throw new Invalid(errors)
    if (!mayStillWin(event.policy, answers, now)) throw new Gone('applications:poolsClosed')

    const nonce = Buffer.concat([Buffer.from(input.nonce, 'hex'), randomBytes(16)])
    const holder = holderOfEmail(emailKey)
    const tokened = { id: newId(), tokenEpoch: 0, feedEpoch: 0 }
    return {
      ...tokened,
      ...this.tokens.hashes(tokened),
      organizationId: event.organizationId,
      eventId: event.id,
      email: input.email,
      emailKey,
      name: input.name,
      handle,
      handleKey: handle?.toLowerCase() ?? null,
      handleProvenAt: null,
      locale: input.locale,
      answers,
      country: null,
      referrer: null,
      source: null,
      medium: null,
      campaign: null,
      deviceHint: null,
      knownFan: false,
      tags: [],
      consentAt: now,
      consentText: `${consentVersion}:${input.locale}`,
      nonce,
      ticketId: ticketId(event.id, nonce, holder),
      holder,
      receivedAt: now,
      confirmedAt: null,
      withdrawnAt: null,
      setAsideAt: null,
      setAsideReason: null,
      shadowOf: null,
      groupId: null,
      groupJoinedAt: null,
      version: 1,
    }
  }

  /** The first application of an address counts; later ones are kept as its shadows. Either way the address gets a mail, and only its owner learns which. */
  async #receive(manager: EntityManager, event: Event, application: Application, receipt: SignedReceiptDto): Promise<void> {
    if (await this.applications.insertFirst(manager, application)) return this.mails.askFirst(manager, event, application, receipt)
    const owner = await this.applications.ofAddress(manager, event.id, application.emailKey)
    if (!owner) throw new Error(`Application ${application.id} could not be kept, and there is no other of its address.`)
    await this.applications.insertShadow(manager, { ...application, shadowOf: owner.id })
    await this.mails.appliedAgain(manager, event, owner, application)
  }

  #present(application: Application, receipt: SignedReceiptDto, { closesAt }: Gate): ReceiptDto {
    return {
      ticketId: application.ticketId,
      ticketNumber: ticketNumber(application.ticketId),
      name: application.name,
      email: application.email,
      receivedAt: application.receivedAt.toISOString(),
      personalUrl: this.tokens.personalUrl(application),
      closesAt: closesAt.toISOString(),
      receipt,
    }
  }
}

/** What no decorator of the DTO says. A person whose browser fills in the hidden field must be able to mend it, so it is said plainly. */
function formErrors({ nonce, website }: SubmitApplicationDto) {
  return [
    ...(/^[0-9a-f]{32}$/.test(nonce) ? [] : [{ path: 'nonce', code: 'applications:nonce' }]),
    ...((website ?? '') === '' ? [] : [{ path: 'website', code: 'applications:leaveEmpty' }]),
  ]
}
