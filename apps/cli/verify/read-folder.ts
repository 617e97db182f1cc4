import { join } from 'node:path'
import type { BundleFiles } from '#draw'
import { BundleParts, PART_NAMES } from './bundle-parts.js'
import { readPlainFile } from './read-plain-file.js'

/** The files of protocol section 11 out of a folder; nothing else in it is looked at. */
export async function readFolder(folder: string): Promise<BundleFiles> {
  const parts = new BundleParts()
  for (const name of PART_NAMES) {
    const content = await readPlainFile(join(folder, name), { follow: false })
    if (content === null) continue
    parts.expect({ folder: '', name }, content.length)
    parts.put(name, content)
  }
  return parts.files(`the folder ${folder}`)
}
