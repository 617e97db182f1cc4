/**
 * Wall times of an event's zone: what a clock on the wall of the venue shows, as the value of a
 * datetime-local field (`2027-05-30T18:00`). Only Intl is needed, so no time library is loaded.
 */

export type WallTime =
  | { kind: 'exact'; instant: string }
  /** The clock is turned back over this hour: it comes twice. */
  | { kind: 'twice'; first: string; second: string }
  /** The clock is turned forward over this hour: it never comes. `next` is the first wall time after the gap. */
  | { kind: 'never'; next: string }

const MINUTE = 60_000
const DAY = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(zone, made)
  return made
}

/** The wall time of an instant in a zone, to the minute: `2027-05-30T18:00`. Throws RangeError for an unknown zone. */
export function wallTimeOf(instant: string, zone: string): string {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(new Date(instant))
      .map((part) => [part.type, part.value]),
  )
  const year = (parts.get('year') ?? '').padStart(4, '0')
  return `${year}-${parts.get('month')}-${parts.get('day')}T${parts.get('hour')}:${parts.get('minute')}`
}

/** A wall time as if it were UTC, in milliseconds; NaN when the text is no wall time. */
const asUtc = (wall: string) => (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) ? Date.parse(`${wall}:00Z`) : Number.NaN)

const textOf = (utc: number) => new Date(utc).toISOString().slice(0, 16)

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const whole = Math.floor(instant / MINUTE) * MINUTE
  return asUtc(wallTimeOf(new Date(whole).toISOString(), zone)) - whole
}

/**
 * The instant a wall time stands for in a zone. Around a change of the clock it says so instead of choosing.
 * Null when the text is not `YYYY-MM-DDTHH:MM`.
 */
export function readWallTime(wall: string, zone: string): WallTime | null {
  const local = asUtc(wall)
  if (Number.isNaN(local)) return null
  const before = offsetAt(local - DAY, zone)
  const after = offsetAt(local + DAY, zone)
  const instants = [...new Set([local - before, local - after])]
    .filter((instant) => instant + offsetAt(instant, zone) === local)
    .sort((a, b) => a - b)
    .map((instant) => new Date(instant).toISOString())
  const [first, second] = instants
  if (first === undefined) return { kind: 'never', next: textOf(local + after - before) }
  return second === undefined ? { kind: 'exact', instant: first } : { kind: 'twice', first, second }
}

/** The short name of a zone's offset at an instant ("GMT+2"), to tell the two halves of a repeated hour apart. */
export function offsetName(instant: string, zone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(new Date(instant))
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
}

/** All IANA zones the browser knows, grouped by their first part and in order; `keep` is there even when the browser lacks it. */
export function zonesByRegion(keep: string): { region: string; zones: string[] }[] {
  const known = new Set([...Intl.supportedValuesOf('timeZone'), keep])
  const groups = new Map<string, string[]>()
  for (const zone of [...known].sort()) {
    const region = zone.split('/')[0] ?? zone
    groups.set(region, [...(groups.get(region) ?? []), zone])
  }
  return [...groups].map(([region, zones]) => ({ region, zones }))
}
