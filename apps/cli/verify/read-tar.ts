import { gunzipSync } from 'node:zlib'
import type { BundleFiles } from '#draw'
import { BundleParts, partAt } from './bundle-parts.js'
import { MAX_BUNDLE_BYTES } from './limits.js'
import { readTarHeader, TAR_BLOCK, type TarHeader } from './tar-header.js'
import { reasonOf } from './reason-of.js'
import { Unreadable } from './unreadable.js'

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
    if (header === null) break
    const content = contentOf(file, offset, header)
    offset += TAR_BLOCK * (1 + Math.ceil(header.size / TAR_BLOCK))
    if (header.type === 'L' || header.type === 'x') {
      longName = header.type === 'L' ? textOf(content).replace(/\0.*$/s, '') : (paxPath(textOf(content)) ?? longName)
      continue
    }
    keepPart(parts, { ...header, name: longName ?? header.name }, content)
    longName = null
  }
  return parts.files('the tar archive')
}

function keepPart(parts: BundleParts, { name, type, size }: TarHeader, content: Uint8Array): void {
  const part = partAt(name)
  if (part === null || type === '5' || type === 'g') return
  if (type !== '0') throw new Unreadable(`${name} in the tar archive is not a plain file`)
  parts.expect(part, size)
  parts.put(part.name, content)
}

function contentOf(file: Uint8Array, offset: number, { name, size }: TarHeader): Uint8Array {
  const start = offset + TAR_BLOCK
  if (start + size > file.length) throw new Unreadable(`the tar archive ends inside ${name}`)
  return file.subarray(start, start + size)
}

/** A record of pax is `<length> <key>=<value>\n`; a size there would contradict the header that we read by. */
function paxPath(records: string): string | null {
  if (/^\d+ size=/m.test(records)) throw new Unreadable('the tar archive uses pax sizes, which no bundle needs')
  return /^\d+ path=(.*)$/m.exec(records)?.[1] ?? null
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
