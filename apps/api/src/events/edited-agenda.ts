import type { FieldError } from '../http/index.js'
import type { AgendaItem } from './agenda-item.entity.js'
import type { AgendaItemDto } from './dto/agenda-item.dto.js'

/** An agenda item as it will be, without the event it belongs to. An id is missing where it is new. */
export type EditedAgendaItem = Pick<AgendaItem, 'startsAt' | 'endsAt' | 'title' | 'place' | 'speaker' | 'note'> & { readonly id?: string }

export function editedAgendaItem({ id, startsAt, endsAt, title, place, speaker, note }: AgendaItemDto): EditedAgendaItem {
  return {
    ...(id ? { id } : {}),
    startsAt,
    endsAt: endsAt ?? null,
    title,
    place: place || null,
    speaker: speaker || null,
    note: note || null,
  }
}

export function agendaProblems(items: readonly EditedAgendaItem[], known: readonly AgendaItem[]): FieldError[] {
  return items.flatMap(({ id, startsAt, endsAt }, index) => {
    const problems: FieldError[] = []
    if (endsAt && endsAt <= startsAt) problems.push({ path: `agenda.${index}.endsAt`, code: 'events:itemEndAfterStart' })
    const isOurs = id === undefined || (known.some((item) => item.id === id) && items.filter((item) => item.id === id).length === 1)
    if (!isOurs) problems.push({ path: `agenda.${index}.id`, code: 'problems:field.id' })
    return problems
  })
}

/** The items as far after the new start as they were after the old one. */
export function movedAgenda(items: readonly AgendaItem[], from: Date, to: Date): EditedAgendaItem[] {
  const distance = to.getTime() - from.getTime()
  const moved = (instant: Date) => new Date(instant.getTime() + distance)
  return items.map((item) => ({ ...item, startsAt: moved(item.startsAt), endsAt: item.endsAt && moved(item.endsAt) }))
}
