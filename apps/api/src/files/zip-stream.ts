import { Readable } from 'node:stream'
import { constants, crc32, createDeflateRaw } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

const deflated = 8
const chunkSize = 256 * 1024

/** How a file is packed: hex digits have no repeats to find, and looking for none takes a quarter of the time for nearly the same size. */
const packing = {
  hex: { strategy: constants.Z_HUFFMAN_ONLY, chunkSize },
  text: { level: 4, chunkSize },
} as const

export interface ZipSource {
  readonly name: string
  readonly pieces: AsyncIterable<string> | Iterable<string>
  /** What it is made of; hex unless told otherwise. */
  readonly content?: keyof typeof packing
}

/** An archive of some text files, made while it is sent: a few pieces of it are in memory at a time, however long it gets. */
export async function* zipStream(sources: Iterable<ZipSource> | AsyncIterable<ZipSource>, mtime: Date): AsyncGenerator<Uint8Array, void> {
  const made: Uint8Array[] = []
  const zip = new Zip((error, part) => {
    if (error) throw error
    made.push(part)
  })
  for await (const { name, pieces, content } of sources) {
    const file: ZipInputFile = { filename: name, size: 0, crc: 0, compression: deflated, mtime }
    zip.add(file)
    for await (const part of deflate(counted(pieces, file), content ?? 'hex')) {
      file.ondata?.(null, part, false)
      yield* made.splice(0)
    }
    file.ondata?.(null, new Uint8Array(), true)
  }
  zip.end()
  yield* made.splice(0)
}

/** Notes size and checksum of what comes by. */
async function* counted(pieces: ZipSource['pieces'], file: ZipInputFile): AsyncGenerator<Buffer, void> {
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece)
    file.size += bytes.length
    file.crc = crc32(bytes, file.crc)
    yield bytes
  }
}

function deflate(bytes: AsyncIterable<Buffer>, content: keyof typeof packing): AsyncIterable<Buffer<ArrayBuffer>> {
  return Readable.from(bytes, { objectMode: false }).compose(createDeflateRaw(packing[content]))
}
