import type { BundleFiles } from '#draw'
import { MAX_BUNDLE_BYTES, requireWithinLimit } from './limits.js'
import { Unreadable } from './unreadable.js'

const PART_NAMES = ['manifest.json', 'entries.txt', 'excluded.txt', 'log.jsonl'] as const

/** A file of protocol section 11. */
export type PartName = (typeof PART_NAMES)[number]

export { PART_NAMES }

/** A path inside an archive that is a part: at the top, or in the archive's one folder. */
interface PartPath {
  readonly folder: string
  readonly name: PartName
}

/** Which part a path inside an archive is; null for everything else, which is never unpacked. */
export function partAt(path: string): PartPath | null {
  const [name, ...folders] = path
    .replace(/^(\.\/)+/, '')
    .split('/')
    .reverse()
  const known = PART_NAMES.find((part) => part === name)
  return known === undefined || folders.length > 1 ? null : { folder: folders[0] ?? '', name: known }
}

/** Collects the parts of an archive; two files that could both be meant make it unreadable, as tools would differ on which counts. */
export class BundleParts {
  private readonly found = new Map<PartName, Uint8Array>()
  private folder: string | null = null
  private bytes = 0

  /** Says that a part is coming, before it is unpacked. */
  expect({ folder, name }: PartPath, bytes: number): void {
    if (this.folder !== null && this.folder !== folder) throw new Unreadable('the archive holds bundle files in two folders')
    if (this.found.has(name)) throw new Unreadable(`the archive holds ${name} twice`)
    this.folder = folder
    this.bytes += bytes
    requireWithinLimit(this.bytes, 'the unpacked bundle', MAX_BUNDLE_BYTES)
    this.found.set(name, new Uint8Array(0))
  }

  put(name: PartName, content: Uint8Array): void {
    this.found.set(name, content)
  }

  files(what: string): BundleFiles {
    const need = (name: PartName): Uint8Array => {
      const content = this.found.get(name)
      if (content === undefined) throw new Unreadable(`${what} has no ${name}`)
      return content
    }
    return {
      manifest: need('manifest.json'),
      entries: need('entries.txt'),
      excluded: this.found.get('excluded.txt') ?? null,
      log: need('log.jsonl'),
    }
  }
}
