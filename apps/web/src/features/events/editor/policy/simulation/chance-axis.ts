/** Where an axis may end, in percent, and into how many parts it then falls at round places. */
const ends = [
  [1, 5],
  [2, 4],
  [3, 3],
  [5, 5],
  [10, 5],
  [15, 3],
  [20, 4],
  [30, 3],
  [40, 4],
  [50, 5],
  [75, 3],
  [100, 5],
] as const

/** The right end of a chart of chances, and where its rules stand: the first round share that holds all of them. */
export function chanceAxis(largest: number): { end: number; rules: readonly number[] } {
  const [percent, parts] = ends.find(([one]) => one / 100 >= largest) ?? [100, 5]
  const end = percent / 100
  return { end, rules: Array.from({ length: parts }, (_, index) => (end * (index + 1)) / parts) }
}

/** A share as people read it: whole percents, and one decimal where a whole one would say too little. */
export function percentOf(share: number, locale: 'nl' | 'en'): string {
  const percent = share * 100
  const digits = percent > 0 && percent < 9.95 && !isWhole(percent) ? 1 : 0
  return `${percent.toFixed(digits).replace('.', locale === 'nl' ? ',' : '.')} %`
}

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-9
