import { type SelectionPolicy, usualPolicy } from '#policy'

/** The usual policy with some parts of its own, as an organizer would send it. */
export const policyWith = (changes: Partial<SelectionPolicy>): SelectionPolicy => ({ ...usualPolicy, ...changes })

/** So many seats that the team may give to people it names. */
export const pickedSeats = (seats: number): { readonly policy: SelectionPolicy } => ({ policy: policyWith({ picked: { seats } }) })
