import { EntriesWriter } from './entries-writer.js'
import type { EntryLimits, EntryList, EntryUnit } from './entry-list.js'
import { parseEntries } from './parse-entries.js'

/**
 * The canonical entries file of some units, given in any order (protocol section 3).
 * @throws DrawFormError naming the unit by its index (`units[3]`) and what is wrong with it; a ticket that sits in two
 * units is named by its line in the sorted file.
 */
export function buildEntries(units: Iterable<EntryUnit>, limits: EntryLimits): EntryList {
  const writer = new EntriesWriter(limits)
  for (const unit of units) writer.add(unit)
  return parseEntries(writer.file(), limits)
}
