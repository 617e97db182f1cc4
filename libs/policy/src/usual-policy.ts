import type { SelectionPolicy } from './policy.js'

/** What an event has until somebody declares more: everybody competes for every seat, alone, with one lot, under the public beacon. */
export const usualPolicy: SelectionPolicy = {
  pools: [{ id: 'open', seats: null, who: { kind: 'everybody' }, called: null, closesAt: null }],
  spillTo: null,
  weights: { losses: 'none', lossCap: 5, firstTimers: 0, answers: [] },
  companions: { largest: 1, fill: 'first-fit' },
  picked: { seats: 0 },
  review: null,
  randomness: { mode: 'beacon', contributors: [], fallbackDays: null },
}
