import { crc32, inflateRawSync } from 'node:zlib'
import type { BundleFiles } from '#draw'
import { BundleParts, partAt } from './bundle-parts.js'
import { MAX_BUNDLE_BYTES, requireWithinLimit } from './limits.js'
import { reasonOf } from './reason-of.js'
import { Unreadable } from './unreadable.js'
import { readZipDirectory, requireGapless } from './zip-directory.js'
import { packedStart, SIZES_FOLLOW } from './zip-entry.js'
import type { ZipEntry } from './zip-header.js'

const STORED = 0
const DEFLATED = 8
/** Bits that only say how hard the packer tried, that the sizes follow, and that names are UTF-8. */
const HARMLESS_FLAGS = 0x0006 | SIZES_FOLLOW | 0x0800

/** Whether a file begins as a zip archive does. */
export function isZip(file: Uint8Array): boolean {
  return file[0] === 0x50 && file[1] === 0x4b && (file[2] === 0x03 || file[2] === 0x05)
}

/**
 * The files of a bundle out of a zip archive, the very ones that other programs unpack: every entry must be what directory and
 * header say. Each is inflated into as many bytes as they declare, which is checked against the limit first.
 */
export function readZip(file: Uint8Array): BundleFiles {
  const parts = new BundleParts()
  try {
    unpackParts(Buffer.from(file.buffer, file.byteOffset, file.byteLength), parts)
  } catch (cause) {
    if (cause instanceof RangeError) throw new Unreadable(`the zip archive is damaged: ${reasonOf(cause)}`)
    throw cause
  }
  return parts.files('the zip archive')
}

function unpackParts(archive: Buffer, parts: BundleParts): void {
  const entries = readZipDirectory(archive)
  const declared = entries.reduce((sum, { size }) => sum + size, 0)
  requireWithinLimit(declared, 'the unpacked zip archive', MAX_BUNDLE_BYTES)
  for (const { name, size, isLink } of entries) {
    if (isLink) throw new Unreadable(`${name} in the zip archive is a link, a bundle holds plain files`)
    const part = partAt(name)
    if (part !== null) parts.expect(part, size)
  }
  requireGapless(archive, entries)
  for (const entry of entries) {
    const content = unpack(archive, entry)
    const part = partAt(entry.name)
    if (part !== null) parts.put(part.name, content)
  }
}

function unpack(archive: Buffer, entry: ZipEntry): Uint8Array {
  const start = packedStart(archive, entry)
  const content = contentOf(archive.subarray(start, start + entry.packedSize), entry)
  if (content.length !== entry.size)
    throw new Unreadable(`${entry.name} in the zip archive has ${content.length} bytes, the archive says ${entry.size}`)
  if (crc32(content) !== entry.checksum) throw new Unreadable(`${entry.name} in the zip archive is damaged: its checksum is another`)
  return content
}

function contentOf(packed: Buffer, { name, flags, method, size }: ZipEntry): Uint8Array {
  if ((flags & ~HARMLESS_FLAGS) !== 0) throw new Unreadable(`${name} in the zip archive is encrypted or patched, a bundle is neither`)
  if (method === STORED && ((flags & SIZES_FOLLOW) === 0 || size === 0)) return new Uint8Array(packed)
  if (method !== DEFLATED) throw new Unreadable(`${name} in the zip archive is packed by method ${method}, bundles are deflated or stored`)
  try {
    return new Uint8Array(inflateRawSync(packed, { maxOutputLength: Math.max(1, size), rejectGarbageAfterEnd: true }))
  } catch (cause) {
    throw new Unreadable(`${name} in the zip archive cannot be unpacked into the ${size} bytes that it declares: ${reasonOf(cause)}`)
  }
}
