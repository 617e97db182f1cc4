import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Clock } from '../database/index.js'
import { type Event, Events, type Question } from '../events/index.js'
import { NotFound } from '../http/index.js'
import { Deliveries } from '../messages/index.js'
import type { Application } from './application.entity.js'
import { ApplicationList } from './application-list.js'
import { ApplicationRepository } from './application.repository.js'
import type { AnswerDto, ApplicationDetailDto } from './dto/application-list.dto.js'
import type { StampDto } from './dto/personal-page.dto.js'
import type { AnswerFileDto } from './files/answer-file.dto.js'
import { AnswerFiles } from './files/answer-files.js'
import { Judgements } from './judging/judgements.js'
import { PersonalPageFacts } from './personal-page-facts.js'
import { stampsOf } from './stamps.js'

/** One application as the organizers see it: answers with their questions, mails and what became of them, what happened when. */
@Injectable()
export class ApplicationDetail {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly applications: ApplicationRepository,
    private readonly list: ApplicationList,
    private readonly files: AnswerFiles,
    private readonly deliveries: Deliveries,
    private readonly facts: PersonalPageFacts,
    private readonly judgements: Judgements,
  ) {}

  async show(organizationId: string, eventId: string, applicationId: string): Promise<ApplicationDetailDto> {
    const { manager } = this.dataSource
    const application = await this.applications.ofOrganization(organizationId, applicationId)
    if (application?.eventId !== eventId) throw new NotFound()
    const event = await this.events.byId(manager, organizationId, eventId)
    const now = await this.clock.now()
    const item = await this.list.item(event, applicationId, now)
    if (!item) throw new NotFound()
    return {
      ...item,
      withdrawnAt: application.withdrawnAt?.toISOString() ?? null,
      putAside: await this.judgements.putAside(applicationId),
      answers: await this.#answers(application),
      deliveries: await this.deliveries.ofApplication(applicationId),
      timeline: await this.#timeline(application, event, now),
    }
  }

  /** What is no longer asked comes last, where it was answered. */
  async #answers({ id: applicationId, eventId, answers }: Application): Promise<AnswerDto[]> {
    const asked = await this.events.questionsOf(undefined, eventId, 'application')
    const removed = await this.events.removedQuestionsOf(undefined, eventId, 'application')
    const files = await this.files.ofApplication(applicationId)
    const present =
      (isAsked: boolean) =>
      ({ id, label, type }: Question) => ({
        questionId: id,
        label,
        type,
        asked: isAsked,
        answer: answers[id] ?? null,
        file: presentFile(files.find((file) => file.id === answers[id])),
      })
    return [...asked.map(present(true)), ...removed.filter(({ id }) => answers[id] !== undefined).map(present(false))].filter(
      ({ type }) => type !== 'heading',
    )
  }

  async #timeline(application: Application, event: Event, now: Date): Promise<StampDto[]> {
    const facts = await this.facts.gather(this.dataSource.manager, { application, event, now, personalUrl: '' })
    return stampsOf(application, facts).map(({ kind, at, values }) => ({ kind, at: at.toISOString(), values }))
  }
}

function presentFile(file: AnswerFileDto | undefined): AnswerFileDto | null {
  return file === undefined ? null : { id: file.id, kind: file.kind, size: file.size, name: file.name }
}
