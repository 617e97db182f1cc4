import { Unreadable } from './unreadable.js'
import { followedBy } from './zip-entry.js'
import { readCentralHeader, type ZipEntry } from './zip-header.js'

const END_SIGNATURE = 'PK\u0005\u0006'
const END_BYTES = 22

/** Where the central directory lies, and how many entries it lists. */
interface ZipEnd {
  readonly count: number
  readonly directory: number
  readonly offset: number
}

/**
 * The entries of a zip archive. Programs that unpack go by the central directory or by the headers before each file, so both
 * must tell the same, and nothing may lie beside or between the files.
 */
export function readZipDirectory(archive: Buffer): readonly ZipEntry[] {
  const end = findEnd(archive)
  const entries: ZipEntry[] = []
  let offset = end.directory
  for (let index = 0; index < end.count; index += 1) {
    const { entry, next } = readCentralHeader(archive, offset)
    entries.push(entry)
    offset = next
  }
  if (offset !== end.offset) throw new Unreadable('the zip archive has a directory of another length than it declares')
  return entries
}

/** Entries one after the other from the first byte to the directory: else some programs would find files that we do not see. */
export function requireGapless(archive: Buffer, entries: readonly ZipEntry[]): void {
  let offset = 0
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset !== offset) throw new Unreadable(`the zip archive has something between its files at byte ${offset}`)
    offset = followedBy(archive, entry)
  }
  if (offset !== findEnd(archive).directory) throw new Unreadable(`the zip archive has something between its files at byte ${offset}`)
}

function findEnd(archive: Buffer): ZipEnd {
  const offset = archive.lastIndexOf(END_SIGNATURE, undefined, 'latin1')
  if (offset === -1) throw new Unreadable('the zip archive is damaged: it has no directory')
  if (offset + END_BYTES + archive.readUInt16LE(offset + 20) !== archive.length)
    throw new Unreadable('the zip archive is damaged: it does not end where it says')
  const count = archive.readUInt16LE(offset + 10)
  if (archive.readUInt32LE(offset + 4) !== 0 || archive.readUInt16LE(offset + 8) !== count)
    throw new Unreadable('the zip archive is one of several volumes, a bundle is a single file')
  return { count, directory: archive.readUInt32LE(offset + 16), offset }
}
