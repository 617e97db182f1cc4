import { Unreadable } from './unreadable.js'

/**
 * Everything of a bundle together, packed or unpacked: three times what a million solo units need (protocol section 11).
 * It stops archive bombs before they fill the memory.
 */
export const MAX_BUNDLE_BYTES = 256 * 1024 * 1024

export function requireWithinLimit(bytes: number, what: string, limit: number): void {
  if (bytes > limit) throw new Unreadable(`${what} has more than ${limit} bytes, no bundle needs that`)
}
