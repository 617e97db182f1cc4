/** A stretch of ranks that is shown, or a number of them that is not. */
export type Stretch = { kind: 'ranks'; from: number; to: number } | { kind: 'gap'; from: number; to: number }

type Interest = {
  total: number /** The last rank that holds a seat. */
  lastSeat: number | null /** A rank somebody looks for. */
  sought: number | null
}

/** The places worth seeing at once: the first, the one that is sought, and where the seats end. The rest is told as a number. */
export function shownRanks({ total, lastSeat, sought }: Interest): Stretch[] {
  const wanted = [
    [1, 3],
    ...(sought === null ? [] : [[sought - 1, sought + 1]]),
    ...(lastSeat === null ? [[1, 8]] : [[lastSeat - 1, lastSeat + 2]]),
  ] as [number, number][]
  const clipped = wanted
    .map(([from, to]) => [Math.max(1, from), to >= total - 1 ? total : to] as [number, number])
    .filter(([from, to]) => from <= to)
  const stretches: Stretch[] = []
  let next = 1
  for (const [from, to] of merged(clipped)) {
    if (from > next) stretches.push({ kind: 'gap', from: next, to: from - 1 })
    stretches.push({ kind: 'ranks', from, to })
    next = to + 1
  }
  if (next <= total) stretches.push({ kind: 'gap', from: next, to: total })
  return stretches
}

/** Sorted, and without gaps of a single rank: a line that says "1 more" says less than the line itself. */
function merged(ranges: readonly [number, number][]): [number, number][] {
  const result: [number, number][] = []
  for (const [from, to] of ranges.toSorted(([one], [other]) => one - other)) {
    const last = result.at(-1)
    if (last && from <= last[1] + 2) last[1] = Math.max(last[1], to)
    else result.push([from, to])
  }
  return result
}
