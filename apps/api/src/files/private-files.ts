import { Injectable } from '@nestjs/common'
import { Unavailable } from '../http/errors.js'
import { FileDisk } from './file-disk.js'
import { prepareSentFile, type SentFile } from './sent-file.js'

/** So many megabytes lie in memory at most while pictures are made anew. */
const mostAtOnce = 16

/** Keeps the bytes of files that only some may read; who, is for the feature to say that keeps their rows. */
@Injectable()
export class PrivateFiles {
  #busy = 0

  constructor(private readonly disk: FileDisk) {}

  /** Receives a file and makes it safe to keep. Throws Unavailable when too many arrive at once, and Invalid for what is no picture and no PDF. */
  async receive<T>(read: () => Promise<{ readonly bytes: Buffer } & T>): Promise<{ readonly sent: T; readonly file: SentFile }> {
    if (this.#busy >= mostAtOnce) throw new Unavailable('files:rush')
    this.#busy += 1
    try {
      const sent = await read()
      return { sent, file: await prepareSentFile(sent.bytes) }
    } finally {
      this.#busy -= 1
    }
  }

  /** Before the row is committed: a row never names a file that is not there. */
  async write(id: string, { bytes, contentType }: SentFile): Promise<void> {
    await this.disk.write(pathOf(id), bytes, contentType)
  }

  read(id: string): Promise<Buffer> {
    return this.disk.read(pathOf(id))
  }

  remove(id: string): Promise<void> {
    return this.disk.remove(pathOf(id))
  }
}

function pathOf(id: string): string {
  return `private/${id.slice(-2)}/${id}`
}
