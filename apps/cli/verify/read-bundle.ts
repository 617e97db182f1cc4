import { stat } from 'node:fs/promises'
import { type BundleFiles, bundleFromJson, DrawFormError } from '#draw'
import { readFolder } from './read-folder.js'
import { readPlainFile } from './read-plain-file.js'
import { gunzip, isGzip, readTar } from './read-tar.js'
import { isZip, readZip } from './read-zip.js'
import { isTar } from './tar-header.js'
import { Unreadable } from './unreadable.js'

/** Reads a bundle: a folder, an archive or a JSON document, told apart by content. Opens nothing but what was named. */
export async function readBundle(path: string): Promise<BundleFiles> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory() === true) return readFolder(path)
  const file = found === null ? null : await readPlainFile(path, { follow: true })
  if (file === null) throw new Unreadable(`${path} does not exist or cannot be looked into`)
  return readFile(file)
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
  const text = decode(file)
  try {
    return bundleFromJson(text)
  } catch (cause) {
    if (cause instanceof DrawFormError) throw new Unreadable(cause.message)
    throw cause
  }
}

function decode(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file)
  } catch {
    throw new Unreadable('the bundle is no folder, no zip or tar archive, and no JSON text')
  }
}
