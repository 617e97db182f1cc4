const ends = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1] as const
/** Into how many parts an axis that ends there falls at round places. */
const parts: Readonly<Record<(typeof ends)[number], number>> = { 0.01: 5, 0.02: 4, 0.05: 5, 0.1: 5, 0.2: 4, 0.5: 5, 1: 5 }

/** The right end of a chart of chances, and where its rules stand: the first round share that holds all of them. */
export function chanceAxis(largest: number): { end: number; rules: readonly number[] } {
  const end = ends.find((one) => one >= largest) ?? 1
  return { end, rules: Array.from({ length: parts[end] }, (_, index) => (end * (index + 1)) / parts[end]) }
}

/** A share as people read it: whole percents, and one decimal where a whole one would say too little. */
export function percentOf(share: number, locale: 'nl' | 'en'): string {
  const percent = share * 100
  const digits = percent > 0 && percent < 9.95 && !isWhole(percent) ? 1 : 0
  return `${percent.toFixed(digits).replace('.', locale === 'nl' ? ',' : '.')} %`
}

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-9
