import type { EventDetail } from '../../../lib/api/types.js'

/** The words that the pools of an event ask for. */
export const tagsOf = ({ policy }: EventDetail): string[] => [
  ...new Set(policy.pools.flatMap(({ who }) => (who.kind === 'tag' ? [who.tag] : []))),
]
