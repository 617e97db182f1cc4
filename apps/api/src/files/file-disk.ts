import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { TweetupConfig } from '../config/config.js'
import { bucketDriver } from './bucket-driver.js'

/** Where the bytes of files lie: a folder of this installation, or a bucket that several machines share. */
export class FileDisk {
  private constructor(private readonly disk: Disk) {}

  static async open(config: TweetupConfig): Promise<FileDisk> {
    if (config.filesUrl !== undefined) return new FileDisk(new Disk(await bucketDriver(config.filesUrl)))
    return new FileDisk(new Disk(new FSDriver({ location: join(config.dataDir, 'files'), visibility: 'private' })))
  }

  async write(path: string, bytes: Buffer, contentType: string): Promise<void> {
    await this.disk.put(path, bytes, { contentType })
  }

  async read(path: string): Promise<Buffer> {
    return Buffer.from(await this.disk.getBytes(path))
  }

  /** Takes over a file of this machine, however large. */
  async take(path: string, localFile: string, contentType: string): Promise<void> {
    await this.disk.copyFromFs(localFile, path, { contentType })
  }

  /** The bytes piece by piece, and how many there are. */
  async stream(path: string): Promise<{ readonly bytes: Readable; readonly size: number }> {
    const { contentLength } = await this.disk.getMetaData(path)
    return { bytes: await this.disk.getStream(path), size: contentLength }
  }

  async remove(path: string): Promise<void> {
    await this.disk.delete(path)
  }
}
