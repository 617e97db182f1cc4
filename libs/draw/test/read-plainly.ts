import { createHash } from 'node:crypto'
import { parseEntryLine } from '../src/entries/entry-line.js'
import type { EntryLimits, EntryUnit } from '../src/entries/entry-list.js'

/** What section 3 of the protocol says of a file, written down without a thought for speed: its units, or the sentence that refuses it. */
export function readPlainly(file: Uint8Array, limits: EntryLimits): readonly EntryUnit[] | string {
  const lines = linesOf(Buffer.from(file).toString('latin1'))
  if (typeof lines === 'string') return lines
  const foreign = file.findIndex((byte) => byte > 0x7f)
  if (foreign !== -1) return `byte ${foreign} is not ASCII`
  const units: EntryUnit[] = []
  for (const [index, line] of lines.entries()) {
    const unit = parseEntryLine(line, limits)
    if (typeof unit === 'string') return `line ${index + 1} ${unit}`
    const previous = lines[index - 1] ?? ''
    if (line === previous) return `line ${index + 1} stands there twice`
    if (line < previous) return `line ${index + 1} is not in ascending order after the line before`
    units.push(unit)
  }
  return repeatedIn(units) ?? units
}

function linesOf(text: string): readonly string[] | string {
  const lines = text.split('\n')
  const rest = lines.pop() ?? ''
  const short = lines.findIndex((line) => line.length < 64)
  if (short !== -1) return `line ${short + 1} has ${lines[short]?.length} characters, fewer than the 64 of a ticket`
  return rest === '' ? lines : `line ${lines.length + 1} does not end with a line feed`
}

function repeatedIn(units: readonly EntryUnit[]): string | undefined {
  const seen = new Set<string>()
  for (const [index, { members }] of units.entries()) {
    for (const member of members) {
      if (seen.has(member)) return `line ${index + 1} has ticket ${member}, which is in another unit too`
      seen.add(member)
    }
  }
  return undefined
}

/** The root over the lines by the definition of RFC 6962 section 2.1, and every leaf. */
export function treePlainly(lines: readonly Uint8Array[]): { readonly leaves: readonly Buffer[]; readonly root: Buffer } {
  const leaves = lines.map((line) => sha256(Uint8Array.of(0x00), line))
  return { leaves, root: rootOf(leaves) }
}

function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length < 2) return leaves[0] ?? sha256()
  let half = 1
  while (2 * half < leaves.length) half *= 2
  return sha256(Uint8Array.of(0x01), rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)))
}

export function sha256(...parts: readonly Uint8Array[]): Buffer {
  return parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
}
