import { Injectable } from '@nestjs/common'
import { DataSource, In, IsNull } from 'typeorm'
import type { ReusableFormsView } from './dto/question-effects.dto.js'
import { copiedQuestions } from './edited-questions.js'
import { isoTime, presentQuestion } from './event-parts.presenter.js'
import { EventRepository } from './event.repository.js'
import { type Form, Question } from './question.entity.js'

/** More than anybody looks through. */
const mostForms = 50

/** The forms of an organization's events, to take questions from. */
@Injectable()
export class ReusableForms {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: EventRepository,
  ) {}

  /** Of the events that start last, those that ask something. Each time the questions have other ids, so that they can be added twice. */
  async list(organizationId: string, form: Form): Promise<ReusableFormsView> {
    const events = await this.events.page(organizationId, undefined, mostForms)
    const questions = await this.dataSource.manager.find(Question, {
      where: { organizationId, form, eventId: In(events.map(({ id }) => id)), removedAt: IsNull() },
      order: { position: 'ASC' },
    })
    const items = events.map(({ id, title, locale, startsAt }) => ({
      eventId: id,
      title,
      locale,
      startsAt: isoTime(startsAt),
      questions: copiedQuestions(questions.filter(({ eventId }) => eventId === id)).questions.map(presentQuestion),
    }))
    return { items: items.filter((item) => item.questions.length > 0) }
  }
}
