import { gunzipSync } from 'node:zlib'
import type { BundleFiles } from '#draw'
import { BundleParts, partAt } from './bundle-parts.js'
import { MAX_BUNDLE_BYTES } from './limits.js'
import { paxPath } from './pax-records.js'
import { reasonOf } from './reason-of.js'
import { readTarHeader, TAR_BLOCK, type TarHeader } from './tar-header.js'
import { Unreadable } from './unreadable.js'

/** Entries that say something about the entries after them. */
const NOTES: readonly string[] = ['L', 'x', 'g']

/** Whether a file begins as gzip does. */
export function isGzip(file: Uint8Array): boolean {
  return file[0] === 0x1f && file[1] === 0x8b
}

/** Unpacks gzip, and stops as soon as there is more than a bundle can be. */
export function gunzip(file: Uint8Array): Uint8Array {
  try {
    return new Uint8Array(gunzipSync(file, { maxOutputLength: MAX_BUNDLE_BYTES }))
  } catch (cause) {
    throw new Unreadable(`the gzip archive cannot be unpacked: ${reasonOf(cause)}`)
  }
}

/** The files of a bundle out of a tar archive (ustar, with the long names of GNU and pax). */
export function readTar(file: Uint8Array): BundleFiles {
  const parts = new BundleParts()
  let longName: string | null = null
  for (let offset = 0; offset < file.length; ) {
    const header = readTarHeader(file, offset)
    if (header === null) {
      requireEnd(file, offset)
      break
    }
    const content = contentOf(file, offset, header)
    offset += TAR_BLOCK * (1 + Math.ceil(header.size / TAR_BLOCK))
    const given = longNameIn(header, content)
    if (given !== null && longName !== null) throw new Unreadable('the tar archive gives a file two long names')
    longName ??= given
    if (NOTES.includes(header.type)) continue
    keepPart(parts, { ...header, name: longName ?? header.name }, content)
    longName = null
  }
  return parts.files('the tar archive')
}

/** The name for the next entry that a note of GNU or pax gives, or null. */
function longNameIn({ type }: TarHeader, content: Uint8Array): string | null {
  if (type === 'L') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content).replace(/\0.*$/s, '')
  return type === 'x' || type === 'g' ? paxPath(content, { global: type === 'g' }) : null
}

/** A link that is unpacked first can lead a deeper file over a part, so there may be none at all. */
function keepPart(parts: BundleParts, { name, type, size }: TarHeader, content: Uint8Array): void {
  if (type !== '0' && type !== '5') throw new Unreadable(`${name} in the tar archive is neither a plain file nor a folder`)
  const part = partAt(name)
  if (part === null || type === '5') return
  parts.expect(part, size)
  parts.put(part.name, content)
}

function contentOf(file: Uint8Array, offset: number, { name, size }: TarHeader): Uint8Array {
  const start = offset + TAR_BLOCK
  if (start + size > file.length) throw new Unreadable(`the tar archive ends inside ${name}`)
  return file.subarray(start, start + size)
}

/** Some programs read on after an empty block. */
function requireEnd(file: Uint8Array, offset: number): void {
  if (file.subarray(offset).some((byte) => byte !== 0)) throw new Unreadable(`the tar archive goes on after its end at byte ${offset}`)
}
