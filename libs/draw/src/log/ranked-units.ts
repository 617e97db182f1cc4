import { unitAt } from '../entries/unit-at.js'
import { DIGEST_BYTES } from '../hash/digest-table.js'
import { toHex } from '../hash/hex.js'
import type { DrawState, RankedUnit } from './draw-state.js'

/** Everybody in draw order, best first, whether placed, waiting or out; nobody before the draw (protocol section 6). */
export function* rankedUnits({ entries, order }: DrawState): Generator<RankedUnit, void> {
  if (order === null) return
  let rank = 0
  for (const unit of order.unitAtPlace) {
    rank += 1
    const { unitId, members } = unitAt(entries, unit)
    yield { rank, unitId, members, key: toHex(order.keys.subarray(unit * DIGEST_BYTES, (unit + 1) * DIGEST_BYTES)) }
  }
}
