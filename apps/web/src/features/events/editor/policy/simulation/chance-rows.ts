import { type PolicyPool, type SimulatedRow, type Simulation, tagOfPool } from '#policy'

/** Whom a line of the chart is about. */
export type Subject =
  | { kind: 'everybody' }
  | { kind: 'pool'; poolId: string }
  | { kind: 'others' }
  | { kind: 'lots'; count: number }
  | { kind: 'size'; count: number }

export type ChanceRow = { subject: Subject; people: number; chance: number; low: number; high: number }

/** More lines than this about one thing are looked up in nobody's head. */
const mostLines = 8

/**
 * What was simulated, seen from one side at a time: by group of seats, by lots, by how many come together. All sides at once would be more lines
 * than anybody reads. Sides on which all are alike are left out.
 */
export function chanceRows({ pools, rows }: Simulation, declared: readonly PolicyPool[]): readonly ChanceRow[] {
  const reserves = new Set(declared.flatMap((pool) => (tagOfPool(pool) === null ? [] : [pool.id])))
  const byPool = pools.flatMap((pool): ChanceRow[] =>
    reserves.has(pool.id)
      ? [
          {
            subject: { kind: 'pool', poolId: pool.id },
            people: pool.people,
            chance: pool.chance,
            low: pool.chanceLow,
            high: pool.chanceHigh,
          },
        ]
      : [],
  )
  const inNone = rows.filter(({ poolIds }) => poolIds.length === 0)
  const others = byPool.length && inNone.length ? [merged({ kind: 'others' }, inNone)] : []
  const lots = merging(
    rows,
    ({ weight }) => weight,
    (count) => ({ kind: 'lots', count }),
  )
  const sizes = merging(
    rows,
    ({ size }) => size,
    (count) => ({ kind: 'size', count }),
  )
  const found = [...byPool, ...others, ...lots, ...sizes]
  return found.length ? found : [merged({ kind: 'everybody' }, rows)]
}

function merging(rows: readonly SimulatedRow[], by: (row: SimulatedRow) => number, subject: (count: number) => Subject): ChanceRow[] {
  const groups = [...Map.groupBy(rows, by)].map(([count, alike]) => ({ count, row: merged(subject(count), alike) }))
  if (groups.length < 2) return []
  const largest = groups.toSorted((one, other) => other.row.people - one.row.people).slice(0, mostLines)
  return largest.toSorted((one, other) => one.count - other.count).map(({ row }) => row)
}

/** Several kinds of people as one: the mean of their chances by how many they are, and as exact as those are together. */
function merged(subject: Subject, rows: readonly SimulatedRow[]): ChanceRow {
  const people = rows.reduce((sum, row) => sum + row.people, 0)
  const part = (row: SimulatedRow) => (people ? row.people / people : 0)
  const chance = rows.reduce((sum, row) => sum + row.chance * part(row), 0)
  const spread = (half: (row: SimulatedRow) => number) => Math.hypot(...rows.map((row) => half(row) * part(row)))
  return {
    subject,
    people,
    chance,
    low: Math.max(0, chance - spread((row) => row.chance - row.chanceLow)),
    high: Math.min(1, chance + spread((row) => row.chanceHigh - row.chance)),
  }
}
