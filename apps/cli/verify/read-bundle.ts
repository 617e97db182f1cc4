import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type BundleFiles, bundleFromJson, DrawFormError } from '#draw'
import { readFolder } from './read-folder.js'
import { readPlainFile } from './read-plain-file.js'
import { gunzip, isGzip, readTar } from './read-tar.js'
import { isZip, readZip } from './read-zip.js'
import { isTar } from './tar-header.js'
import { Unreadable } from './unreadable.js'

/**
 * Reads a bundle: a folder, an archive or a JSON document, told apart by content. Opens nothing but what was named.
 * @param bases folders that a relative path may start from, the first that has it counts
 */
export async function readBundle(path: string, bases: readonly string[]): Promise<BundleFiles> {
  for (const base of bases) {
    const candidate = resolve(base, path)
    const found = await stat(candidate).catch(() => null)
    if (found?.isDirectory() === true) return readFolder(candidate)
    const file = found === null ? null : await readPlainFile(candidate, { follow: true })
    if (file !== null) return readFile(file)
  }
  throw new Unreadable(`${path} does not exist or cannot be looked into`)
}

function readFile(file: Uint8Array): BundleFiles {
  if (isZip(file)) return readZip(file)
  if (isTar(file)) return readTar(file)
  if (!isGzip(file)) return readJson(file)
  const unpacked = gunzip(file)
  if (!isTar(unpacked)) throw new Unreadable('the gzip archive holds no tar archive')
  return readTar(unpacked)
}

function readJson(file: Uint8Array): BundleFiles {
  try {
    return bundleFromJson(new TextDecoder('utf-8', { fatal: true }).decode(file))
  } catch (cause) {
    if (cause instanceof DrawFormError) throw new Unreadable(cause.message)
    if (cause instanceof TypeError) throw new Unreadable('the bundle is no folder, no zip or tar archive, and no JSON text')
    throw cause
  }
}
