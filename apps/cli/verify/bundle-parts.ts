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

/** Characters without a glyph, which some file systems leave out of names. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu
/** The longest name of a file that any of the usual systems can hold. */
const MAX_NAME = 255

/**
 * Which part a path inside an archive is; null for everything else, also for what lies deeper than one folder.
 * @throws Unreadable for a path that some program, on some system, unpacks over a part although it is spelled otherwise.
 */
export function partAt(path: string): PartPath | null {
  const name = partMeant(path)
  if (name === null) return null
  const folders = path.replace(/^\.\//, '').split('/')
  const literal = folders.pop()
  if (literal !== name || folders.some((folder) => /^[. ]*$/.test(folder.replace(IGNORABLE, '')) || /[\\\0]/.test(folder)))
    throw new Unreadable(`the archive holds ${JSON.stringify(path)}, which some programs unpack as ${name}`)
  return folders.length > 1 ? null : { folder: folders[0] ?? '', name }
}

/** The part that the path could be taken for: cut at NUL, with the separators of Windows, in upper case, with dots at the end. */
function partMeant(path: string): PartName | null {
  const segments = path.replace(/\0.*$/s, '').replaceAll('\\', '/').split('/')
  const last = segments.findLast((segment) => segment !== '' && segment !== '.') ?? ''
  if (last.length > MAX_NAME) return null
  const folded = last
    .normalize('NFKC')
    .replace(IGNORABLE, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/[. ]+$/, '')
  return PART_NAMES.find((part) => part === folded) ?? null
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
