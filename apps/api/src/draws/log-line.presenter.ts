import type { LogEvent } from '#draw'
import type { DrawEvent } from './draw-event.entity.js'
import type { DrawLogLineDto } from './dto/draw-log.dto.js'

/** The draw itself places everybody at once; pages show the first few and the number. */
const shownPromotions = 50

/** The unit ids that a page shows of a line. */
export function promotedShown(line: DrawEvent): string[] {
  const event = logEvent(line)
  const promoted = event.promoted.slice(0, shownPromotions).map(([unitId]) => unitId)
  return 'unit' in event ? [event.unit, ...promoted] : promoted
}

export function presentLogLine(line: DrawEvent, numbers: ReadonlyMap<string, string>): DrawLogLineDto {
  const event = logEvent(line)
  const unit = 'unit' in event ? event.unit : null
  return {
    seq: line.seq,
    at: new Date(event.at * 1000).toISOString(),
    type: event.type,
    unit,
    ticketNumber: unit === null ? null : (numbers.get(unit) ?? null),
    reason: 'reason' in event ? event.reason : null,
    promoted: event.promoted.slice(0, shownPromotions).map(([unitId, pool]) => ({ ticketNumber: numbers.get(unitId) ?? '', pool })),
    promotedCount: event.promoted.length,
    hash: line.hash,
  }
}

function logEvent({ event }: DrawEvent): LogEvent {
  return JSON.parse(event) as LogEvent
}
