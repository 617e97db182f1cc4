/** An exact part of the highest score: `of` is positive and both are whole numbers. */
export interface Share {
  readonly part: number
  readonly of: number
}

/** Negative when the first is smaller, positive when it is larger, 0 when both are the same share: exact, without division. */
export function compareShares(one: Share, other: Share): number {
  return one.part * other.of - other.part * one.of
}

/** Whether a share is at least so many percent. */
export function reaches(share: Share, percent: number): boolean {
  return 100 * share.part >= percent * share.of
}

/** For pages and drawings only: a decision compares shares. */
export function percentOf({ part, of }: Share): number {
  return (100 * part) / of
}

/** The mean of shares with the same highest score. */
export function meanShare(shares: readonly Share[]): Share | null {
  const [first] = shares
  if (first === undefined) return null
  return { part: shares.reduce((sum, { part }) => sum + part, 0), of: first.of * shares.length }
}
