/** Why the team may give somebody a seat beside the draw. Published with how often each was used, never with a name. */
export const pickReasons = ['press', 'partner', 'accessibility', 'helper', 'earlier-winner', 'neighbour'] as const

export type PickReason = (typeof pickReasons)[number]
