/** A row that is off the list for a moment: where it was and where it would be put down. */
export type Lifted = {
  readonly from: number
  readonly to: number
  /** Of all rows, in their order, in CSS pixels. */
  readonly heights: readonly number[]
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** Where a row would be put down that was pulled so far from its place: past every row whose middle the edge that goes first has passed. */
export function placeAfter(heights: readonly number[], from: number, pulled: number): number {
  const top = (index: number) => sum(heights.slice(0, index))
  const middle = (index: number) => top(index) + (heights[index] ?? 0) / 2
  if (pulled > 0) return heights.reduce((to, _, index) => (index > from && top(from + 1) + pulled > middle(index) ? index : to), from)
  return heights.reduceRight((to, _, index) => (index < from && top(from) + pulled < middle(index) ? index : to), from)
}

/** How far a row stands from where it lies in the page while another, or it itself, is lifted. */
export function offsetOf({ from, to, heights }: Lifted, index: number): number {
  const own = heights[from] ?? 0
  if (index === from) return to > from ? sum(heights.slice(from + 1, to + 1)) : -sum(heights.slice(to, from))
  if (index > from && index <= to) return -own
  return index < from && index >= to ? own : 0
}
