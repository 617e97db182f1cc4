import { createHmac, randomBytes } from 'node:crypto'
import { networkKey, TooMany } from '../../http/index.js'

const windowMs = 60_000
/** About sixty forms a minute: a school or an office behind one address. */
const visitsPerWindow = 600
const networksRemembered = 20_000

/**
 * How many visits a network may have counted in a minute. Each process counts for itself, because a visit must cost less than the question
 * to PostgreSQL that would count it together; n processes let n times as much through. No address is kept: networks are known by a
 * hash whose key is thrown away with them when the minute is over.
 */
export class VisitLimit {
  #taken = new Map<string, number>()
  #key = randomBytes(32)
  #endsAt = 0

  /** Throws TooMany when the network has had its share. `now` is any clock that goes forward, in milliseconds. */
  take(ip: string, now: number): void {
    if (now >= this.#endsAt) this.#begin(now)
    const network = createHmac('sha256', this.#key).update(networkKey(ip)).digest('base64url')
    const taken = (this.#taken.get(network) ?? 0) + 1
    if (taken > visitsPerWindow) throw new TooMany(Math.ceil((this.#endsAt - now) / 1000))
    // Past this many networks in a minute new ones go uncounted; what they can add to is bounded by the batch.
    if (taken > 1 || this.#taken.size < networksRemembered) this.#taken.set(network, taken)
  }

  #begin(now: number): void {
    this.#taken = new Map()
    this.#key = randomBytes(32)
    this.#endsAt = now + windowMs
  }
}
