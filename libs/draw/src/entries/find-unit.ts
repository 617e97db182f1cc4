import { findDigest } from '../hash/digest-table.js'
import { fromHex, isHex } from '../hash/hex.js'
import type { EntryList } from './entry-list.js'

/** Index (from 0) of the unit with this id, or -1. */
export function findUnit(entries: EntryList, unitId: string): number {
  return isHex(unitId, 32) ? findDigest(entries.unitTable, entries.leaves, fromHex(unitId)) : -1
}
