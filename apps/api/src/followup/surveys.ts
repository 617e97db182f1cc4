import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { Answers } from '#forms'
import { ComingPeople, isComing } from '../agenda/index.js'
import {
  type Application,
  type PageSubject,
  type PersonalFacts,
  PersonalPageFacts,
  readAnswers,
  type SomeFacts,
} from '../applications/index.js'
import { Clock, newId, Transactions } from '../database/index.js'
import { type Event, Events, presentQuestion } from '../events/index.js'
import { Conflict, Gone, Invalid, NotFound } from '../http/index.js'
import type { PersonalSurveyDto } from './dto/personal-survey.dto.js'
import { FollowupRepository } from './followup.repository.js'
import { surveyEnd } from './thanks-time.js'

interface Window {
  readonly state: 'early' | 'open' | 'over'
  readonly until: Date
}

/** The survey on the page of somebody who had a seat. */
@Injectable()
export class Surveys implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly coming: ComingPeople,
    private readonly followups: FollowupRepository,
    private readonly personalPages: PersonalPageFacts,
  ) {}

  onModuleInit(): void {
    this.personalPages.register((manager, subject, known) => this.#ofPerson(manager, subject, known))
  }

  async show(application: Application): Promise<PersonalSurveyDto> {
    const { manager } = this.dataSource
    const { event, window } = await this.#surveyOf(manager, application, await this.clock.now())
    const questions = await this.events.questionsOf(manager, event.id, 'survey')
    const answer = await this.followups.answerOf(application.id)
    return {
      questions: questions.map(presentQuestion),
      answers: answer?.answers ?? null,
      answeredAt: answer?.submittedAt.toISOString() ?? null,
      open: window.state === 'open',
      until: window.until.toISOString(),
    }
  }

  async submit(application: Application, typed: Answers): Promise<void> {
    await this.transactions.run(async (manager) => {
      const now = await this.clock.now(manager)
      const { event, window } = await this.#surveyOf(manager, application, now)
      if (window.state === 'early') throw new Conflict('followup:surveyNotYet')
      if (window.state === 'over') throw new Gone('followup:surveyClosed')
      const { answers, errors } = readAnswers(await this.events.questionsOf(manager, event.id, 'survey'), typed)
      if (errors.length > 0) throw new Invalid(errors)
      if (Object.keys(answers).length === 0) throw new Invalid([{ path: 'answers', code: 'followup:surveyEmpty' }])
      const { id: applicationId, organizationId, eventId } = application
      await this.followups.keepAnswer(manager, { id: newId(), organizationId, eventId, applicationId, answers, submittedAt: now })
    })
  }

  async #surveyOf(manager: EntityManager, application: Application, now: Date): Promise<{ event: Event; window: Window }> {
    const event = await this.events.byId(manager, application.organizationId, application.eventId)
    const window = windowOf(event, now)
    if (window === null || !(await this.coming.hasSeat(manager, application.id))) throw new NotFound('followup:noSurvey')
    return { event, window }
  }

  async #ofPerson(manager: EntityManager, { application, event, now }: PageSubject, { invitation }: PersonalFacts): Promise<SomeFacts> {
    const window = windowOf(event, now)
    if (window === null || window.state === 'early' || !isComing(event, invitation)) return {}
    const questions = await this.events.questionsOf(manager, event.id, 'survey')
    if (questions.length === 0) return {}
    const answer = await this.followups.answerOf(application.id, manager)
    return { survey: { open: window.state === 'open', answeredAt: answer?.submittedAt ?? null, questions } }
  }
}

/** From the end of the event until two weeks after the thanks; none for an event that is called off or has no end yet. */
function windowOf({ endsAt, cancelledAt, timeZone }: Event, now: Date): Window | null {
  if (endsAt === null || cancelledAt !== null) return null
  const until = surveyEnd(endsAt, timeZone)
  if (now < endsAt) return { state: 'early', until }
  return { state: now < until ? 'open' : 'over', until }
}
