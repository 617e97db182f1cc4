import type { Instant } from '../../lib/api/types.js'
import { hourOf, isSameDay } from '../../lib/time.js'

/** How many came in from this instant on, until the next one. */
export type Count = { at: Instant; count: number }

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
  peak: Count
}

const mostDays = 7

/** Fewer than this in a step, and a line would only tell of single people. */
const enoughInAStep = 3
/** Steps in hours, each a part of the day. */
const steps = [1, 2, 3, 6, 12, 24] as const

/** Consecutive hours gathered to steps that say something: of an hour where many apply, of a day where few do. */
export function gathered(hours: readonly Count[], timeZone: string): { hoursPerStep: number; counts: Count[] } {
  const total = hours.reduce((sum, { count }) => sum + count, 0)
  const hoursPerStep = hours.length < enoughForALine ? 1 : (steps.find((step) => (total * step) / hours.length >= enoughInAStep) ?? 24)
  const counts: Count[] = []
  for (const { at, count } of hours) {
    const last = counts.at(-1)
    if (last === undefined || hourOf(at, timeZone) % hoursPerStep === 0) counts.push({ at, count })
    else last.count += count
  }
  return { hoursPerStep, counts }
}

/** The drawing of applications over time, in units of a picture 600 wide. `counts` follow each other at equal steps. */
export function chartOf(counts: readonly Count[], timeZone: string): ChartShape {
  const shown: readonly Count[] = counts.length ? counts : [{ at: new Date(0).toISOString(), count: 0 }]
  const peak = shown.reduce((most, one) => (one.count > most.count ? one : most))
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

/** With fewer steps a line would tell of what lies between them, and nothing does. */
const enoughForALine = 24

function lineOf(counts: readonly Count[], x: (index: number) => number, y: (count: number) => number) {
  const line = `M${counts.map(({ count }, index) => `${x(index).toFixed(1)} ${y(count).toFixed(1)}`).join('L')}`
  return { line, area: `${line}V${height}H0Z` }
}

function barsOf(counts: readonly Count[], y: (count: number) => number) {
  const place = width / Math.max(counts.length, 12)
  const bars = counts.map(
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

/** The first step of every day; with many days every second, third... so that their names do not touch. */
function daysOf(counts: readonly Count[], timeZone: string, x: (index: number) => number): { x: number; at: Instant }[] {
  const firsts = counts.flatMap(({ at }, index) => {
    const before = counts[index - 1]
    return !before || !isSameDay(before.at, at, timeZone) ? [{ x: x(index), at }] : []
  })
  const every = Math.ceil(firsts.length / mostDays)
  const picked = firsts.filter((_, index) => index % every === 0)
  // A day that begins close to the right edge, or close behind the first, has no room for its name.
  return picked.filter((day, index) => day.x < width - 40 && (index === 0 || day.x - (picked[index - 1]?.x ?? 0) > 48))
}
