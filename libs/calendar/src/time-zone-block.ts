import type { DateTime } from 'luxon'
import { tzlib_get_ical_block, tzlib_get_offset } from 'timezones-ical-library'

/**
 * The VTIMEZONE for a zone. Without one Outlook is an hour off.
 *
 * The library answers for a zone that became a link with the block of its target (Europe/Brussels for Europe/Amsterdam), so the name is put
 * right; and it knows only the newest rule of a zone, so a time it would get wrong is described by its own offset instead.
 */
export function timeZoneBlock(timeZone: string, times: readonly DateTime[]): string {
  const [block] = tzlib_get_ical_block(timeZone)
  const known = typeof block === 'string' && block.startsWith('BEGIN:VTIMEZONE')
  if (!known || !times.every((time) => libraryOffset(time, timeZone) === offsetText(time))) return offsetsBlock(timeZone, times)
  return block.replace(/^(TZID|X-LIC-LOCATION):.*$/gm, `$1:${timeZone}`)
}

function libraryOffset(time: DateTime, timeZone: string): string {
  return tzlib_get_offset(timeZone, time.toFormat('yyyy-MM-dd'), time.toFormat('HH:mm'))
}

function offsetsBlock(timeZone: string, times: readonly DateTime[]): string {
  const ordered = times.toSorted((a, b) => a.toMillis() - b.toMillis())
  const changes = ordered.filter((time, at) => time.offset !== ordered[at - 1]?.offset)
  const observances = changes.flatMap((time, at) => {
    const earlier = changes[at - 1]
    const begins = earlier === undefined ? '19700101T000000' : time.toUTC().plus({ minutes: earlier.offset }).toFormat("yyyyLLdd'T'HHmmss")
    return [
      'BEGIN:STANDARD',
      `DTSTART:${begins}`,
      `TZOFFSETFROM:${offsetText(earlier ?? time)}`,
      `TZOFFSETTO:${offsetText(time)}`,
      'END:STANDARD',
    ]
  })
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances, 'END:VTIMEZONE'].join('\r\n')
}

function offsetText(time: DateTime): string {
  return time.toFormat('ZZZ')
}
