import { type DigestTable, digestTable, findDigest } from '../hash/digest-table.js'
import { fromHex, isHex } from '../hash/hex.js'
import type { EntryList } from './entry-list.js'

/** Made when the first unit is looked for: most lists that are read are only ranked. */
const tables = new WeakMap<EntryList, DigestTable>()

/** Index (from 0) of the unit with this id, or -1. */
export function findUnit(entries: EntryList, unitId: string): number {
  return isHex(unitId, 32) ? findDigest(tableOf(entries), entries.leaves, fromHex(unitId)) : -1
}

function tableOf(entries: EntryList): DigestTable {
  const known = tables.get(entries)
  if (known !== undefined) return known
  const { table } = digestTable(entries.leaves, entries.count, fromHex(entries.root))
  tables.set(entries, table)
  return table
}
