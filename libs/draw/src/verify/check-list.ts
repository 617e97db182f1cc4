import type { EntryList, ExcludedList } from '../entries/entry-list.js'
import { parseEntries } from '../entries/parse-entries.js'
import { parseExcluded } from '../entries/parse-excluded.js'
import { eachTicket } from '../entries/each-ticket.js'
import { DrawFormError, DrawRuleError } from '../errors.js'
import { DIGEST_BYTES, digestTable, findDigest } from '../hash/digest-table.js'
import { fromHex, toHex, writeHex } from '../hash/hex.js'
import type { Progress } from '../in-chunks.js'
import { entryProblems } from '../log/open-draw.js'
import type { Manifest } from '../manifest/manifest.js'
import { counted } from './counted.js'
import type { Found } from './take-step.js'
import type { BundleFiles } from './verify-step.js'

/** Entries form, sort, uniqueness, ranges, counts, root; the same of the excluded file (protocol section 11). */
export function checkList(manifest: Manifest, files: BundleFiles, progress: Progress): Found<EntryList> {
  const entries = parseEntries(files.entries, manifest, manifest.entries.count, progress)
  const problems = entryProblems(manifest, entries)
  if (problems.length > 0) throw new DrawFormError('manifest', problems)
  const excluded = checkExcluded(manifest, files.excluded, entries)
  const { count, members, seats, root } = entries
  return {
    value: entries,
    detail: `${counted(count, 'unit')} with ${counted(members, 'ticket')} asking for ${counted(seats, 'seat')}, ${counted(excluded, 'ticket')} excluded before the close; root ${root}`,
    facts: { count, members, seats, root, excluded },
  }
}

function checkExcluded(manifest: Manifest, file: Uint8Array | null, entries: EntryList): number {
  const { count, root } = manifest.excluded
  if (file === null && count > 0) throw new DrawRuleError('excluded.txt', `is missing, the manifest counts ${count} excluded tickets`)
  const excluded = parseExcluded(file ?? new Uint8Array(0), count)
  if (excluded.count !== count)
    throw new DrawRuleError('excluded.count', `is ${count} in the manifest, the file has ${excluded.count} lines`)
  if (excluded.root !== root) throw new DrawRuleError('excluded.root', `is ${root} in the manifest, the file has ${excluded.root}`)
  const both = ticketInBoth(excluded, entries)
  if (both !== undefined) throw new DrawRuleError('excluded.txt', `excludes the ticket ${both}, which is in the entries too`)
  return excluded.count
}

function ticketInBoth({ count, root, tickets }: ExcludedList, entries: EntryList): string | undefined {
  if (count === 0) return undefined
  const digests = new Uint8Array(count * DIGEST_BYTES)
  tickets.forEach(({ ticketId }, index) => writeHex(ticketId, digests, index * DIGEST_BYTES))
  const { table } = digestTable(digests, count, fromHex(root))
  let both: string | undefined
  eachTicket(entries, (ticket) => {
    if (both === undefined && findDigest(table, digests, ticket) !== -1) both = toHex(ticket)
  })
  return both
}
