/** Whether somebody of a group counts: she has proven her address, not yet, or takes no part (withdrawn or set aside). */
export type CompanionState = 'confirmed' | 'unconfirmed' | 'out'

/** One of those who apply together, in the order in which they joined. */
export interface Companion {
  readonly id: string
  readonly name: string
  readonly state: CompanionState
}

/**
 * Who keeps a group: shares and renews its link, removes somebody. The first to have joined among those who take part, so that a
 * group whose founder has withdrawn is not left without one.
 */
export function keeperOf(companions: readonly Companion[]): Companion | undefined {
  return companions.find(({ state }) => state !== 'out')
}
