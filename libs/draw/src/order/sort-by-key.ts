import { DIGEST_BYTES } from '../hash/digest-table.js'
import { compareDigests } from './compare-digests.js'
import { sortByHead } from './sort-by-head.js'

/** Units in the order of (key, leaf) (protocol section 6). */
export function sortByKey(keys: Uint8Array, leaves: Uint8Array, count: number): Uint32Array {
  const heads = new Uint32Array(count)
  const view = new DataView(keys.buffer, keys.byteOffset, keys.byteLength)
  for (let unit = 0; unit < count; unit += 1) heads[unit] = view.getUint32(unit * DIGEST_BYTES)
  return sortByHead(heads, (a, b) => {
    const byKey = compareDigests(keys, a * DIGEST_BYTES, keys, b * DIGEST_BYTES)
    return byKey === 0 ? compareDigests(leaves, a * DIGEST_BYTES, leaves, b * DIGEST_BYTES) : byKey
  })
}
