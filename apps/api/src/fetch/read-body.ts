import type { IncomingMessage } from 'node:http'
import { Transform, type TransformCallback, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { FetchFailed } from './fetch-failed.js'

/** What came out of a body so far, and never more than is allowed: a bomb is stopped at the first byte too many. */
class Collected extends Writable {
  readonly chunks: Buffer[] = []
  #size = 0

  constructor(readonly largest: number) {
    super()
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.#size += chunk.length
    if (this.#size > this.largest) return done(new FetchFailed('too-large', `The answer has more than ${this.largest} bytes.`))
    this.chunks.push(chunk)
    done()
  }
}

/** Reads a body, unpacked, up to a size. */
export async function readBody(response: IncomingMessage, largest: number, signal: AbortSignal): Promise<Buffer> {
  const announced = Number(response.headers['content-length'] ?? 0)
  if (announced > largest) {
    response.destroy()
    throw new FetchFailed('too-large', `The answer has ${announced} bytes, more than ${largest}.`)
  }
  const collected = new Collected(largest)
  await pipeline(response, unpacker(response.headers['content-encoding']), collected, { signal })
  return Buffer.concat(collected.chunks)
}

function unpacker(encoding = 'identity'): Transform {
  switch (encoding.trim().toLowerCase()) {
    case 'identity':
      return new Transform({ transform: (chunk: Buffer, _encoding, done: TransformCallback) => done(null, chunk) })
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      throw new FetchFailed('type', `The answer is packed as ${encoding.slice(0, 40)}, which is not read.`)
  }
}
