import type { LiveFigures } from '../../lib/api/types.js'

type Visits = LiveFigures['form'][number]

/** Of fewer people nothing can be said. */
const few = 10

/**
 * Between which two fields of the form most people leave, where that is more than a few. Whoever passes by a field that may stay empty, or that is
 * asked of some only, has not left.
 */
export function largestDrop(form: readonly Visits[]): { before: Visits; after: Visits; left: number } | null {
  const passed = form.filter(({ need }) => need === 'required')
  const drops = passed.flatMap((after, index) => {
    const before = passed[index - 1]
    return before ? [{ before, after, left: before.visits - after.visits }] : []
  })
  const largest = drops.toSorted((one, other) => other.left - one.left)[0]
  return largest && largest.left >= few ? largest : null
}
