import type { EntryList } from '../entries/entry-list.js'
import { DIGEST_BYTES } from '../hash/digest-table.js'
import { fromHex, toHex } from '../hash/hex.js'
import { chunksOf, type Progress } from '../in-chunks.js'
import type { DrawOrder } from '../log/draw-state.js'
import { orderHash } from './order-hash.js'
import { sortByKey } from './sort-by-key.js'
import { writeKeys } from './write-keys.js'

/** What the ranking depends on: not seats, not tags, not the order of the list. */
export type RankedColumns = Pick<EntryList, 'count' | 'leaves' | 'weights'>

/**
 * Ranks everybody: by key, and by leaf should two keys ever be equal (protocol section 6).
 * @param seed hex
 * @param progress is told how many units have their key
 */
export function rankUnits(entries: RankedColumns, seed: string, progress?: Progress): DrawOrder {
  const { count, leaves, weights } = entries
  const keys = new Uint8Array(count * DIGEST_BYTES)
  const seedBytes = fromHex(seed)
  for (const { first, last } of chunksOf(count)) {
    writeKeys({ leaves, weights, keys }, seedBytes, first, last)
    progress?.(last, count)
  }
  return orderOfKeys(leaves, keys)
}

/** The order that the keys of all units give. */
export function orderOfKeys(leaves: Uint8Array, keys: Uint8Array): DrawOrder {
  const unitAtPlace = sortByKey(keys, leaves, keys.length / DIGEST_BYTES)
  const placeOfUnit = new Uint32Array(unitAtPlace.length)
  for (let place = 0; place < unitAtPlace.length; place += 1) placeOfUnit[unitAtPlace[place] ?? 0] = place
  return { unitAtPlace, placeOfUnit, keys, hash: toHex(orderHash(leaves, unitAtPlace)) }
}
