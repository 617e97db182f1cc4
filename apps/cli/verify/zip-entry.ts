import { Unreadable } from './unreadable.js'
import { readLocalHeader, type ZipEntry } from './zip-header.js'

/** The sizes stand behind the file, because whoever wrote it did not know them before. */
export const SIZES_FOLLOW = 0x0008
const DESCRIPTOR_SIGNATURE = 0x08074b50
const SIZES = ['checksum', 'packedSize', 'size'] as const

/** Where the packed bytes of a file begin, by its own header, which must tell the same as the directory. */
export function packedStart(archive: Buffer, entry: ZipEntry): number {
  const local = readLocalHeader(archive, entry.offset)
  const fields = ['name', 'flags', 'method', ...((entry.flags & SIZES_FOLLOW) === 0 ? SIZES : [])] as const
  const differing = fields.find((field) => local[field] !== entry[field])
  if (differing !== undefined) {
    throw new Unreadable(
      `${entry.name} in the zip archive has the ${differing} ${local[differing]} in its own header, ${entry[differing]} in the directory`,
    )
  }
  return local.start
}

/** Where the bytes of an entry end, with the sizes that may follow it. */
export function followedBy(archive: Buffer, entry: ZipEntry): number {
  const end = packedStart(archive, entry) + entry.packedSize
  if ((entry.flags & SIZES_FOLLOW) === 0) return end
  const start = archive.readUInt32LE(end) === DESCRIPTOR_SIGNATURE ? end + 4 : end
  SIZES.forEach((field, index) => {
    const found = archive.readUInt32LE(start + 4 * index)
    if (found !== entry[field])
      throw new Unreadable(`${entry.name} in the zip archive is followed by the ${field} ${found}, the directory says ${entry[field]}`)
  })
  return start + 4 * SIZES.length
}
