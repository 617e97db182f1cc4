import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm'
import { Host } from '../organizations/index.js'
import { AgendaItem } from './agenda-item.entity.js'
import type { Event } from './event.entity.js'
import { EventHost } from './event-host.entity.js'
import { type Form, Question } from './question.entity.js'

/** The lists that belong to an event, each in its order. */
export interface Parts {
  readonly hosts: readonly Host[]
  readonly questions: readonly Question[]
  readonly surveyQuestions: readonly Question[]
  readonly agenda: readonly AgendaItem[]
}

@Injectable()
export class EventParts {
  constructor(private readonly dataSource: DataSource) {}

  async of({ id }: Pick<Event, 'id'>, manager: EntityManager = this.dataSource.manager): Promise<Parts> {
    const [hosts, questions, agenda] = [
      await this.hosts(id, manager),
      await this.#allQuestions(id, manager),
      await this.agenda(id, manager),
    ]
    return {
      hosts,
      agenda,
      questions: questions.filter(({ form }) => form === 'application'),
      surveyQuestions: questions.filter(({ form }) => form === 'survey'),
    }
  }

  async questions(eventId: string, form: Form, manager: EntityManager = this.dataSource.manager): Promise<Question[]> {
    return (await this.#allQuestions(eventId, manager)).filter((question) => question.form === form)
  }

  /** What a form asked once and asks no more, while there were people to answer it; the latest to go comes last. */
  async removedQuestions(eventId: string, form: Form, manager: EntityManager = this.dataSource.manager): Promise<Question[]> {
    return manager.find(Question, { where: { eventId, form, removedAt: Not(IsNull()) }, order: { removedAt: 'ASC', position: 'ASC' } })
  }

  /** In the order in which things happen. */
  async agenda(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<AgendaItem[]> {
    return manager.find(AgendaItem, { where: { eventId }, order: { startsAt: 'ASC', position: 'ASC' } })
  }

  /** The first of them signs the mails. */
  async hosts(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<Host[]> {
    return manager
      .createQueryBuilder(Host, 'host')
      .innerJoin(EventHost, 'eventHost', 'eventHost.hostId = host.id')
      .where('eventHost.eventId = :eventId', { eventId })
      .orderBy('eventHost.position')
      .getMany()
  }

  async #allQuestions(eventId: string, manager: EntityManager): Promise<Question[]> {
    return manager.find(Question, { where: { eventId, removedAt: IsNull() }, order: { position: 'ASC' } })
  }
}
