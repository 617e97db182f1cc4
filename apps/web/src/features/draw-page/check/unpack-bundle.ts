import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import type { BundleFiles } from '#draw'

const names = ['manifest.json', 'entries.txt', 'excluded.txt', 'log.jsonl'] as const
type Name = (typeof names)[number]

/** Three times what a million tickets need; it stops an archive that would fill the memory. */
export const mostBytes = 256 * 1024 * 1024

/**
 * The files of a proof out of its archive, unpacked as it arrives: the archive itself is never held as a whole.
 * Throws when it is no such archive.
 */
export async function unpackBundle(archive: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, most = mostBytes): Promise<BundleFiles> {
  const parts = new Map<Name, Part>()
  let held = 0
  const unzip = new Unzip((file) => {
    const name = names.find((known) => known === file.name)
    if (name === undefined) return
    if (parts.has(name)) throw new Error(`${name} is in the archive twice`)
    parts.set(
      name,
      collect(file, (bytes) => {
        held += bytes
        if (held > most) throw new Error(`the archive holds more than ${most} bytes`)
      }),
    )
  })
  unzip.register(UnzipInflate)
  for await (const chunk of archive) unzip.push(chunk)
  unzip.push(new Uint8Array(0), true)

  const fileOf = (name: Name): Uint8Array => joined(name, parts.get(name))
  return {
    manifest: fileOf('manifest.json'),
    entries: fileOf('entries.txt'),
    excluded: parts.has('excluded.txt') ? fileOf('excluded.txt') : null,
    log: fileOf('log.jsonl'),
  }
}

type Part = { chunks: Uint8Array[]; whole: boolean }

function collect(file: UnzipFile, take: (bytes: number) => void): Part {
  const part: Part = { chunks: [], whole: false }
  file.ondata = (error, chunk, final) => {
    if (error) throw error
    take(chunk.length)
    part.chunks.push(chunk)
    part.whole = final
  }
  file.start()
  return part
}

function joined(name: Name, part: Part | undefined): Uint8Array {
  if (!part?.whole) throw new Error(`${name} is not in the archive, or not to its end`)
  const file = new Uint8Array(part.chunks.reduce((sum, { length }) => sum + length, 0))
  let length = 0
  for (const chunk of part.chunks.splice(0)) {
    file.set(chunk, length)
    length += chunk.length
  }
  return file
}
