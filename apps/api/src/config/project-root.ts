import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder that holds package.json, whether we run from the sources or from dist. */
export function projectRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`There is no package.json above ${import.meta.dirname}: the installation is incomplete.`)
    folder = parent
  }
  return folder
}
