export type SeatPlace = { x: number; y: number; degrees: number }
export type SeatPlaces = { places: SeatPlace[]; size: number; width: number; height: number }

const innerRadius = 58
const outerRadius = 136
const margin = 14
/** A few rows lie close together at the outer end. */
const widestGap = 30

/**
 * Places for so many seats in a half circle, ordered from the left end to the right so that each pool becomes a wedge. Lengths are in the units of a
 * drawing `width` wide; `degrees` is the turn of a seat towards the middle.
 */
export function seatPlaces(count: number): SeatPlaces {
  const rows = Math.max(1, Math.floor((1 + Math.sqrt(1 + count)) / 2))
  const gap = rows > 1 ? Math.min(widestGap, (outerRadius - innerRadius) / (rows - 1)) : 0
  const radii = Array.from({ length: rows }, (_, row) => outerRadius - (rows - 1 - row) * gap)
  const counts = share(count, radii)
  const width = (outerRadius + margin) * 2

  const places = radii.flatMap((radius, row) => {
    const inRow = counts[row] ?? 0
    return Array.from({ length: inRow }, (_, index) => ({ angle: (Math.PI * (index + 0.5)) / inRow, radius, row }))
  })
  places.sort((one, other) => one.angle - other.angle || one.row - other.row)

  const closest = Math.min(...radii.map((radius, row) => (Math.PI * radius) / Math.max(1, counts[row] ?? 1)), gap || 40)
  return {
    places: places.map(({ angle, radius }) => ({
      x: width / 2 - radius * Math.cos(angle),
      y: width / 2 - radius * Math.sin(angle),
      degrees: (angle * 180) / Math.PI - 90,
    })),
    size: Math.min(22, closest * 0.62),
    width,
    height: width / 2 + 4,
  }
}

/** Splits a number over rows in proportion to their lengths; the rests go to the largest remainders. */
function share(count: number, lengths: readonly number[]): number[] {
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const exact = lengths.map((length) => (count * length) / total)
  const shares = exact.map(Math.floor)
  const left = count - shares.reduce((sum, one) => sum + one, 0)
  const byRemainder = exact
    .map((value, row) => ({ row, rest: value - Math.floor(value) }))
    .sort((one, other) => other.rest - one.rest || other.row - one.row)
  for (const { row } of byRemainder.slice(0, left)) shares[row] = (shares[row] ?? 0) + 1
  return shares
}
