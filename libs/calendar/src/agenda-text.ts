import type { AgendaSession } from './calendar-event.js'
import { plainLine } from './plain-text.js'
import { zonedTime } from './zoned-time.js'

/** The sessions in the order in which they begin. */
export function inOrder(agenda: readonly AgendaSession[]): AgendaSession[] {
  return agenda.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
}

/**
 * The agenda as lines of text, in the event's own time: "18:40  Everybody says hello (Foyer)". Of an agenda over several days each day
 * begins with a line for its date.
 */
export function agendaText(agenda: readonly AgendaSession[], timeZone: string): string {
  const days = Map.groupBy(inOrder(agenda), (session) => zonedTime(session.startsAt, timeZone).toISODate())
  const blocks = [...days].map(([date, sessions]) => {
    const lines = sessions.map((session) => sessionLine(session, timeZone))
    return days.size > 1 ? [date, ...lines] : lines
  })
  return blocks.map((lines) => lines.join('\n')).join('\n\n')
}

function sessionLine(session: AgendaSession, timeZone: string): string {
  const title = [session.title, session.speaker].filter(isText).map(plainLine).join(', ')
  const place = isText(session.place) ? ` (${plainLine(session.place)})` : ''
  return `${zonedTime(session.startsAt, timeZone).toFormat('HH:mm')}  ${title}${place}`
}

function isText(text: string | null): text is string {
  return text !== null && plainLine(text) !== ''
}
