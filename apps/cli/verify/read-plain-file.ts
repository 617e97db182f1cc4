import { constants, type FileHandle, open } from 'node:fs/promises'
import { MAX_BUNDLE_BYTES, requireWithinLimit } from './limits.js'
import { codeOf, reasonOf } from './reason-of.js'
import { Unreadable } from './unreadable.js'

/**
 * Reads a regular file of bounded size; null when it is not there. Pipes and devices are refused without waiting for them.
 * @param follow whether a symbolic link may lead elsewhere: yes for what the person typed, no for what lies in a bundle
 */
export async function readPlainFile(path: string, { follow }: { readonly follow: boolean }): Promise<Uint8Array | null> {
  const handle = await openFile(path, follow)
  if (handle === null) return null
  try {
    const { size } = await requireRegular(handle, path)
    requireWithinLimit(size, path, MAX_BUNDLE_BYTES)
    return new Uint8Array(await handle.readFile())
  } finally {
    await handle.close()
  }
}

async function openFile(path: string, follow: boolean): Promise<FileHandle | null> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK | (follow ? 0 : constants.O_NOFOLLOW))
  } catch (cause) {
    const code = codeOf(cause)
    if (code === 'ENOENT') return null
    if (code === 'ELOOP') throw new Unreadable(`${path} is a symbolic link, a bundle holds plain files`)
    throw new Unreadable(`${path} cannot be opened: ${reasonOf(cause)}`)
  }
}

async function requireRegular(handle: FileHandle, path: string): Promise<{ readonly size: number }> {
  const found = await handle.stat()
  if (!found.isFile()) throw new Unreadable(`${path} is not a plain file`)
  return found
}
