/** The pool of the seats beside the draw: no pool of the manifest, so that nobody competes for them. */
export const pickedPool = 'picked'

/** Published words: beside an excluded ticket that has a seat of its own, and beside a seat that goes from there to the draw. */
export const pickTokens = { picked: 'picked', score: 'score', free: 'picked-seat-free' } as const
