import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { inRoot, root } from '../root.js'

/** All files below some folders of the project, as paths from its root in a fixed order. */
export function listFiles(...folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(inRoot(folder)))
    .flatMap((folder) => readdirSync(inRoot(folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
}

/** A digest of one file's content; content, because a clone, a copy and an image layer all lose the times. */
export const fingerprintOf = (file: string): string =>
  createHash('sha1')
    .update(readFileSync(inRoot(file)))
    .digest('hex')

/** A digest of many files' names and contents. */
export function fingerprintOfAll(files: string[]): string {
  const hash = createHash('sha1')
  for (const file of files) hash.update(`${file}\0${fingerprintOf(file)}\n`)
  return hash.digest('hex')
}
