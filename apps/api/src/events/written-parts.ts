import { type EntityManager, In, IsNull, Not } from 'typeorm'
import { newId } from '../database/index.js'
import { AgendaItem } from './agenda-item.entity.js'
import type { EditedAgendaItem } from './edited-agenda.js'
import type { EditedQuestion } from './edited-questions.js'
import type { Event } from './event.entity.js'
import { EventHost } from './event-host.entity.js'
import { type Form, Question } from './question.entity.js'

type Owner = Pick<Event, 'id' | 'organizationId'>

/**
 * Makes the questions of a form these, in this order. Those that are kept keep their id, and so their answers. Once the event has opened, a
 * question that goes is only marked as removed: people have answered it.
 */
export async function writeQuestions(
  manager: EntityManager,
  event: Owner & Partial<Pick<Event, 'opensAt' | 'publishedAt'>>,
  form: Form,
  questions: readonly EditedQuestion[],
  now?: Date,
): Promise<void> {
  const rows = questions.map((question, position) => ({ ...question, ...belonging(event), form, position, removedAt: null }))
  const gone = { ...belonging(event), form, id: Not(In(rows.map(({ id }) => id))), removedAt: IsNull() }
  const hasOpened = now !== undefined && event.publishedAt && event.opensAt && event.opensAt <= now
  if (hasOpened) await manager.update(Question, gone, { removedAt: now })
  else await manager.delete(Question, gone)
  if (rows.length > 0) await manager.upsert(Question, rows, ['id'])
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
