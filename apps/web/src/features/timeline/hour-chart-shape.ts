import type { Instant } from '../../lib/api/types.js'
import { isSameDay } from '../../lib/time.js'

export type Hour = { at: Instant; count: number }

export const width = 600
export const height = 140

export type ChartShape = {
  width: number
  height: number
  line: string
  area: string
  /** Horizontal rules at round numbers. */
  rules: { y: number; value: number }[]
  /** Where each shown day begins. */
  days: { x: number; at: Instant }[]
  /** The last point of the line; bars have none. */
  end: { x: number; y: number } | null
  first: Instant
  peak: Hour
}

const mostDays = 7

/** The drawing of applications per hour, in units of a picture 600 wide. `hours` are consecutive and at least one. */
export function chartOf(hours: readonly Hour[], timeZone: string): ChartShape {
  const shown: readonly Hour[] = hours.length ? hours : [{ at: new Date(0).toISOString(), count: 0 }]
  const peak = shown.reduce((most, hour) => (hour.count > most.count ? hour : most))
  const step = roundStep(peak.count)
  const top = Math.max(step, Math.ceil(peak.count / step) * step)
  const asLine = shown.length >= enoughForALine
  const x = (index: number) => (asLine ? (index / (shown.length - 1)) * width : index * (width / Math.max(shown.length, 12)))
  const y = (count: number) => height - (count / top) * height
  return {
    width,
    height,
    ...(asLine ? lineOf(shown, x, y) : barsOf(shown, y)),
    rules: Array.from({ length: Math.round(top / step) }, (_, index) => ({ value: (index + 1) * step, y: y((index + 1) * step) })),
    days: daysOf(shown, timeZone, x),
    end: asLine ? { x: x(shown.length - 1), y: y(shown.at(-1)?.count ?? 0) } : null,
    first: shown[0]?.at ?? peak.at,
    peak,
  }
}

/** With fewer hours a line would tell of what lies between them, and nothing does. */
const enoughForALine = 24

function lineOf(hours: readonly Hour[], x: (index: number) => number, y: (count: number) => number) {
  const line = `M${hours.map(({ count }, index) => `${x(index).toFixed(1)} ${y(count).toFixed(1)}`).join('L')}`
  return { line, area: `${line}V${height}H0Z` }
}

function barsOf(hours: readonly Hour[], y: (count: number) => number) {
  const place = width / Math.max(hours.length, 12)
  const bars = hours.map(
    ({ count }, index) => `M${(index * place).toFixed(1)} ${height}V${y(count).toFixed(1)}h${(place * 0.72).toFixed(1)}V${height}`,
  )
  return { line: bars.join(''), area: `${bars.join('Z')}Z` }
}

/** 1, 2 or 5 times a power of ten, so that two or three rules suffice. */
function roundStep(most: number): number {
  const raw = Math.max(1, most / 2)
  const power = 10 ** Math.floor(Math.log10(raw))
  return ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power
}

/** The first hour of every day; with many days every second, third... so that their names do not touch. */
function daysOf(hours: readonly Hour[], timeZone: string, x: (index: number) => number): { x: number; at: Instant }[] {
  const firsts = hours.flatMap((hour, index) => {
    const before = hours[index - 1]
    return !before || !isSameDay(before.at, hour.at, timeZone) ? [{ x: x(index), at: hour.at }] : []
  })
  const every = Math.ceil(firsts.length / mostDays)
  const picked = firsts.filter((_, index) => index % every === 0)
  // A day that begins close to the right edge, or close behind the first, has no room for its name.
  return picked.filter((day, index) => day.x < width - 40 && (index === 0 || day.x - (picked[index - 1]?.x ?? 0) > 48))
}
