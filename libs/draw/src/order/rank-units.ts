import { sha256 } from '@noble/hashes/sha2.js'
import type { EntryList } from '../entries/entry-list.js'
import { DIGEST_BYTES } from '../hash/digest-table.js'
import { fromHex, toHex } from '../hash/hex.js'
import { paddedTag } from '../hash/tagged-hash.js'
import type { DrawOrder } from '../log/draw-state.js'
import { compareDigests, keyWriter } from './score-hasher.js'

/** What the ranking depends on: not seats, not tags, not the order of the list. */
export type RankedColumns = Pick<EntryList, 'count' | 'leaves' | 'weights'>

/**
 * Ranks everybody: by key, and by leaf should two keys ever be equal (protocol section 6).
 * @param seed hex
 */
export function rankUnits(entries: RankedColumns, seed: string): DrawOrder {
  const keys = keysOf(entries, seed)
  const unitAtPlace = sortedByKey(keys, entries.leaves, entries.count)
  const placeOfUnit = new Uint32Array(entries.count)
  unitAtPlace.forEach((unit, place) => {
    placeOfUnit[unit] = place
  })
  return { unitAtPlace, placeOfUnit, keys, hash: orderHash(entries.leaves, unitAtPlace) }
}

function keysOf({ count, leaves, weights }: RankedColumns, seed: string): Uint8Array {
  const keys = new Uint8Array(count * DIGEST_BYTES)
  const writeKey = keyWriter(fromHex(seed))
  for (let unit = 0; unit < count; unit += 1) writeKey(leaves, unit * DIGEST_BYTES, weights[unit] ?? 1, keys, unit * DIGEST_BYTES)
  return keys
}

function sortedByKey(keys: Uint8Array, leaves: Uint8Array, count: number): Uint32Array {
  const heads = keyHeads(keys, count)
  return Uint32Array.from({ length: count }, (_, unit) => unit).sort(
    (a, b) =>
      (heads[a] ?? 0) - (heads[b] ?? 0) ||
      compareDigests(keys, a * DIGEST_BYTES, keys, b * DIGEST_BYTES) ||
      compareDigests(leaves, a * DIGEST_BYTES, leaves, b * DIGEST_BYTES),
  )
}

/** The first 48 bits of each key, exact in a double: they settle almost every comparison. */
function keyHeads(keys: Uint8Array, count: number): Float64Array {
  const view = new DataView(keys.buffer)
  return Float64Array.from(
    { length: count },
    (_, unit) => view.getUint32(unit * DIGEST_BYTES) * 0x1_0000 + view.getUint16(unit * DIGEST_BYTES + 4),
  )
}

/** H(ORDER, leaf_1, leaf_2, ...) in draw order, hex (protocol section 1). */
function orderHash(leaves: Uint8Array, unitAtPlace: Uint32Array): string {
  const hash = sha256.create().update(paddedTag('ORDER'))
  for (const unit of unitAtPlace) hash.update(leaves.subarray(unit * DIGEST_BYTES, (unit + 1) * DIGEST_BYTES))
  return toHex(hash.digest())
}
