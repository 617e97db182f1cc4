/** Whole, and neither 0 nor 100 unless it is exactly that. */
export function percent(part: number, whole: number): number {
  if (part === 0 || whole === 0) return 0
  return part === whole ? 100 : Math.min(99, Math.max(1, Math.round((part / whole) * 100)))
}
