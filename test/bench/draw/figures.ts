/** What a part of a bench found, by the name that it has in the JSON line. */
export type Figures = Readonly<Record<string, number | boolean>>

/** Rounded to so many digits behind the point. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}

/** `1 000 000` as a name in a JSON line has it. */
export function sizeName(size: number): string {
  return size >= 1_000_000 ? `${size / 1_000_000}m` : `${size / 1000}k`
}
