/**
 * Does due work one by one and answers how much was done. A piece that fails is left for the next time and does not hold up the others.
 * Throws when it comes to the end and something failed, naming each failure.
 */
export async function oneByOne<T>(due: readonly T[], work: (piece: T) => Promise<number>): Promise<number> {
  let done = 0
  const failures: unknown[] = []
  for (const piece of due) {
    try {
      done += await work(piece)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length === 0) return done
  const reasons = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure)))
  throw new AggregateError(failures, [...new Set(reasons)].join('\n'))
}
