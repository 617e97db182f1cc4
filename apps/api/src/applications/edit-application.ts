import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Answers, Question } from '#forms'
import { Transactions } from '../database/index.js'
import { type Event, Events } from '../events/index.js'
import { Conflict, expectVersion, Invalid } from '../http/index.js'
import { Application } from './application.entity.js'
import { ApplicationRepository } from './application.repository.js'
import type { EditApplicationDto } from './dto/edit-application.dto.js'
import { EventGate } from './event-gate.js'
import { AnswerFiles } from './files/answer-files.js'
import { readChangedAnswers, readHandle } from './form-answers.js'
import { HandleChanges } from './handle-changes.js'
import { closedAnswers } from './pool-doors.js'

/** Somebody changes her application, until the close. Address and ticket stay what they are. */
@Injectable()
export class EditApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly gate: EventGate,
    private readonly applications: ApplicationRepository,
    private readonly handles: HandleChanges,
    private readonly files: AnswerFiles,
  ) {}

  async run({ id, eventId, organizationId }: Application, ifMatch: string | undefined, input: EditApplicationDto): Promise<void> {
    await this.transactions.run(async (manager) => {
      const event = await this.events.byId(manager, organizationId, eventId)
      const { now } = await this.gate.holdOpen(manager, event)
      const application = await this.applications.lock(manager, id)
      expectVersion(ifMatch, application.version)
      if (application.withdrawnAt !== null) throw new Conflict('applications:withdrawn')
      const changes = await this.#read(manager, event, application, input, now)
      await manager.update(Application, { id }, { ...changes, version: application.version + 1 })
      if (changes.handleKey !== application.handleKey) await this.handles.announce(manager, application)
    })
  }

  async #read(
    manager: EntityManager,
    { policy }: Event,
    application: Application,
    input: EditApplicationDto,
    now: Date,
  ): Promise<Partial<Application>> {
    const handle =
      input.handle === undefined || input.handle === null ? { handle: application.handle, errors: [] } : readHandle(input.handle)
    const questions = await this.events.questionsOf(manager, application.eventId, 'application')
    const { answers, errors } = input.answers
      ? readChangedAnswers(questions, application.answers, input.answers)
      : { answers: application.answers, errors: [] }
    const closed = closedAnswers(policy, application, { ...application, answers }, now)
    const files = await this.files.problems(manager, application.eventId, questions, application.id, answers)
    const problems = [...handle.errors, ...errors, ...(input.answers ? files : []), ...closed]
    if (problems.length > 0) throw new Invalid(problems)
    if (input.answers) await this.files.exchange(manager, questions, application, answers)
    const handleKey = handle.handle?.toLowerCase() ?? null
    return {
      name: input.name ?? application.name,
      handle: handle.handle,
      handleKey,
      // What was proven of one account says nothing of another.
      handleProvenAt: handleKey === application.handleKey ? application.handleProvenAt : null,
      answers,
      country: countryIn(questions, answers),
    }
  }
}

/** The answer to the form's first question for a country. */
function countryIn(questions: readonly Question[], answers: Answers): string | null {
  const answer = answers[questions.find(({ type }) => type === 'country')?.id ?? '']
  return typeof answer === 'string' ? answer : null
}
