/**
 * Every statistical test of the draw fails when its result would come up by chance in fewer than one of a million runs. The seeds
 * are pinned, so a run that is green stays green; with fresh ones each test would give this many false alarms (protocol section 14).
 */
export const FALSE_ALARM_RATE = 1e-6

/** How likely a chi-square statistic of this many degrees of freedom is at least as large as `statistic` by chance. */
export function chiSquareTail(statistic: number, degrees: number): number {
  return upperGamma(degrees / 2, statistic / 2)
}

/** The textbook statistic for counts of independent draws with these chances. */
export function chiSquare(counts: readonly number[], chances: readonly number[]): number {
  const total = sum(counts)
  return sum(counts.map((count, index) => (count - total * (chances[index] ?? 0)) ** 2 / (total * (chances[index] ?? 0))))
}

/**
 * The statistic for how often each of n units (or each of n equal parts of the list) got one of `seats` seats of `units` units in
 * `draws` draws. Seats are drawn without replacement, so the textbook statistic would be too small and hide a bias. It has n-1 degrees.
 */
export function inclusionStatistic(
  counts: readonly number[],
  { draws, seats, units }: { draws: number; seats: number; units: number },
): number {
  const parts = counts.length
  const expected = (draws * seats) / parts
  const variance = ((seats / parts) * (1 - 1 / parts) * (units - seats)) / (units - 1)
  return (sum(counts.map((count) => (count - expected) ** 2)) / (draws * variance)) * ((parts - 1) / parts)
}

/** How likely a count that should be `chance` of `total` is off by at least as much by chance. */
export function countTail(count: number, total: number, chance: number): number {
  return chiSquareTail((count - total * chance) ** 2 / (total * chance * (1 - chance)), 1)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** The regularised upper incomplete gamma function for whole and half `a`: a series below the mean, a continued fraction above. */
function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a))
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x)
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let total = term
  for (let n = 1; term > total * 1e-16; n += 1) {
    term *= x / (a + n)
    total += term
  }
  return total
}

/** Evaluated from its far end, where it no longer matters. */
function upperFraction(a: number, x: number): number {
  let fraction = x
  for (let n = 2000; n >= 1; n -= 1) fraction = x + (n - a) / (1 + n / fraction)
  return 1 / fraction
}

function logGamma(a: number): number {
  let log = a % 1 === 0 ? 0 : Math.log(Math.PI) / 2
  for (let factor = a % 1 === 0 ? 1 : 0.5; factor < a; factor += 1) log += Math.log(factor)
  return log
}
