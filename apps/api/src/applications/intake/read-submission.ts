import { Injectable } from '@nestjs/common'
import { holderOfEmail, ticketId } from '#draw'
import { countryAnswer } from '#forms'
import { newId } from '../../database/index.js'
import type { Event, Question } from '../../events/index.js'
import { type FieldError, Gone, Invalid } from '../../http/index.js'
import type { Application } from '../application.entity.js'
import type { SubmitApplicationDto } from '../dto/submit-application.dto.js'
import { readAnswers, readHandle } from '../form-answers.js'
import { mayStillWin } from '../pool-doors.js'
import { DeviceHints } from './device-hints.js'
import { RandomBytes } from './random-bytes.js'
import { readOrigin } from './origin.js'
import type { Submission } from './submission.js'

/** The consent text that the form shows; its wording lies in the web catalogues under this name, beside what was agreed to before. */
const consentVersion = 'apply-2'

/** Makes an application of what somebody sent. */
@Injectable()
export class ReadSubmission {
  readonly #random = new RandomBytes(16)

  constructor(private readonly devices: DeviceHints) {}

  /** Throws Invalid for answers that are not right, Gone when no seat that they could win is left open. Asks the database nothing. What is forgiven is let through. */
  read(
    event: Event,
    questions: readonly Question[],
    now: Date,
    { input, address, emailKey, requestKey }: Submission,
    forgives: (error: FieldError) => boolean = () => false,
  ): Application {
    const { handle, errors: handleErrors } = readHandle(input.handle ?? '')
    const { answers, errors: answerErrors } = readAnswers(questions, input.answers)
    const errors = [...formErrors(input), ...handleErrors, ...answerErrors].filter((error) => !forgives(error))
    if (errors.length > 0) throw new Invalid(errors)
    if (!mayStillWin(event.policy, answers, now)) throw new Gone('applications:poolsClosed')

    const nonce = Buffer.concat([Buffer.from(input.nonce, 'hex'), this.#random.take()])
    const holder = holderOfEmail(address)
    return {
      id: newId(),
      tokenEpoch: 0,
      feedEpoch: 0,
      confirmEpoch: 0,
      requestKey: requestKey?.key ?? null,
      requestHash: requestKey?.body ?? null,
      ...readOrigin(input.source ?? {}),
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
      country: countryAnswer(questions, answers),
      deviceHint: this.devices.of(event.id, input.device),
      // Found out by the statement that inserts it.
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
}

/** What no decorator of the DTO says. */
function formErrors({ nonce }: SubmitApplicationDto): FieldError[] {
  return /^[0-9a-f]{32}$/.test(nonce) ? [] : [{ path: 'nonce', code: 'applications:nonce' }]
}
