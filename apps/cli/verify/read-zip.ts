import { unzipSync } from 'fflate'
import type { BundleFiles } from '#draw'
import { BundleParts, partAt } from './bundle-parts.js'
import { reasonOf } from './reason-of.js'
import { Unreadable } from './unreadable.js'

/** Whether a file begins as a zip archive does. */
export function isZip(file: Uint8Array): boolean {
  return file[0] === 0x50 && file[1] === 0x4b && (file[2] === 0x03 || file[2] === 0x05)
}

/**
 * The files of a bundle out of a zip archive. Only the parts are inflated, each into as many bytes as the directory declares,
 * which is checked against the limit first.
 */
export function readZip(file: Uint8Array): BundleFiles {
  const parts = new BundleParts()
  for (const [path, content] of Object.entries(unzipParts(file, parts))) {
    const part = partAt(path)
    if (part !== null) parts.put(part.name, content)
  }
  return parts.files('the zip archive')
}

function unzipParts(file: Uint8Array, parts: BundleParts): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(file, {
      filter: ({ name, originalSize }) => {
        const part = partAt(name)
        if (part !== null) parts.expect(part, originalSize)
        return part !== null
      },
    })
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause
    throw new Unreadable(`the zip archive is damaged: ${reasonOf(cause)}`)
  }
}
