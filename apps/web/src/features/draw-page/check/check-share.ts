import { stepCount } from './check-groups.js'

/** Of the whole bar: on an ordinary connection the proof of a large draw takes about as long to come as to check. */
const fetching = 0.25

/** How much of the check is done, from 0 to 1: the steps behind it, and the part of what is under way. */
export function checkShare({ state, steps, part }: { state: string; steps: readonly unknown[]; part: number }): number {
  if (state === 'fetching') return fetching * part
  return fetching + (1 - fetching) * Math.min(1, (steps.length + part) / stepCount)
}
