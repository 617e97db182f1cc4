import { DrawFormError } from '../errors.js'
import { entryLine, unitProblem } from './entry-line.js'
import type { EntryLimits, EntryList, EntryUnit } from './entry-list.js'
import { parseEntries } from './parse-entries.js'

/**
 * The canonical entries file of some units, given in any order (protocol section 3).
 * @throws DrawFormError naming the unit by its index (`units[3]`) and what is wrong with it; a ticket that sits in two
 * units is named by its line in the sorted file.
 */
export function buildEntries(units: Iterable<EntryUnit>, limits: EntryLimits): EntryList {
  const lines: string[] = []
  for (const unit of units) {
    const problem = unitProblem({ ...unit, members: unit.members.toSorted(), tags: unit.tags.toSorted() }, limits)
    if (problem !== null) throw new DrawFormError('entries', [{ path: `units[${lines.length}]`, message: problem }])
    lines.push(entryLine(unit))
  }
  lines.sort()
  return parseEntries(new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')), limits)
}
