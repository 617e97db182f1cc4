import type { LogEvent } from '#draw'
import type { DrawEvent } from './draw-event.entity.js'
import type { UnitName } from './draw-tickets.js'
import type { DrawLogLineDto } from './dto/draw-log.dto.js'

/** The draw itself places everybody at once; pages show the first few and the number. */
const shownPromotions = 50

/** The unit ids that a page shows of a line. */
export function promotedShown(line: DrawEvent): string[] {
  const event = logEvent(line)
  const promoted = event.promoted.slice(0, shownPromotions).map(([unitId]) => unitId)
  return 'unit' in event ? [event.unit, ...promoted] : promoted
}

export function presentLogLine(line: DrawEvent, names: ReadonlyMap<string, UnitName>): DrawLogLineDto {
  const event = logEvent(line)
  const unit = 'unit' in event ? event.unit : null
  const named = unit === null ? undefined : names.get(unit)
  return {
    seq: line.seq,
    at: new Date(event.at * 1000).toISOString(),
    type: event.type,
    unit,
    ticketNumber: named?.ticketNumber ?? null,
    companions: named?.companions ?? 0,
    reason: 'reason' in event ? event.reason : null,
    promoted: event.promoted.slice(0, shownPromotions).map(([unitId, pool]) => {
      const { ticketNumber = '', companions = 0 } = names.get(unitId) ?? {}
      return { ticketNumber, companions, pool }
    }),
    promotedCount: event.promoted.length,
    hash: line.hash,
  }
}

function logEvent({ event }: DrawEvent): LogEvent {
  return JSON.parse(event) as LogEvent
}
