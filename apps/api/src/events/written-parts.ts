import { type EntityManager, In, Not } from 'typeorm'
import { newId } from '../database/index.js'
import { AgendaItem } from './agenda-item.entity.js'
import type { EditedAgendaItem } from './edited-agenda.js'
import type { EditedQuestion } from './edited-questions.js'
import type { Event } from './event.entity.js'
import { EventHost } from './event-host.entity.js'
import { type Form, Question } from './question.entity.js'

type Owner = Pick<Event, 'id' | 'organizationId'>

/** Makes the questions of a form these, in this order, and answers their ids. Those that are kept keep their id, and so their answers. */
export async function writeQuestions(
  manager: EntityManager,
  event: Owner,
  form: Form,
  questions: readonly EditedQuestion[],
): Promise<readonly string[]> {
  const rows = questions.map((question, position) => ({ ...question, ...belonging(event), id: question.id ?? newId(), form, position }))
  await manager.delete(Question, { ...belonging(event), form, id: Not(In(rows.map(({ id }) => id))) })
  if (rows.length > 0) await manager.upsert(Question, rows, ['id'])
  return rows.map(({ id }) => id)
}

/** Makes the agenda these items. Those that are kept keep their id. */
export async function writeAgenda(manager: EntityManager, event: Owner, items: readonly EditedAgendaItem[]): Promise<void> {
  const rows = items.map((item, position) => ({ ...item, ...belonging(event), id: item.id ?? newId(), position }))
  await manager.delete(AgendaItem, { ...belonging(event), id: Not(In(rows.map(({ id }) => id))) })
  if (rows.length > 0) await manager.upsert(AgendaItem, rows, ['id'])
}

/** Makes these the hosts, the first of whom signs the mails. */
export async function writeHosts(manager: EntityManager, event: Owner, hostIds: readonly string[]): Promise<void> {
  await manager.delete(EventHost, belonging(event))
  const rows = hostIds.map((hostId, position) => ({ ...belonging(event), hostId, position }))
  if (rows.length > 0) await manager.insert(EventHost, rows)
}

function belonging({ id, organizationId }: Owner): { eventId: string; organizationId: string } {
  return { eventId: id, organizationId }
}
