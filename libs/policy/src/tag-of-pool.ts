import type { PolicyPool } from './policy.js'

/**
 * The tag that a ticket needs to compete in a pool (draw protocol section 7): the pool's id, or null when nobody needs one because
 * the pool is for everybody and closes with the event.
 */
export function tagOfPool({ id, who, closesAt }: Pick<PolicyPool, 'id' | 'who' | 'closesAt'>): string | null {
  return who.kind === 'everybody' && closesAt === null ? null : id
}
