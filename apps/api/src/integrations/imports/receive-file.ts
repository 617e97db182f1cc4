import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { cleanLine } from '../../http/dto/index.js'
import { BadRequest, Invalid } from '../../http/index.js'

const mostBytes = 30 * 1024 * 1024
const longestName = 200

export interface ReceivedFile {
  readonly path: string
  readonly name: string
}

/**
 * Puts the one file of a multipart form, named `file`, on this machine's disk and hands it to the work; afterwards it is gone. It never lies in
 * memory. Throws BadRequest when there is none, Invalid when it is too large.
 */
export async function withReceivedFile<T>(request: FastifyRequest, work: (file: ReceivedFile) => Promise<T>): Promise<T> {
  if (!request.isMultipart()) throw new BadRequest([{ path: 'file', code: 'files:missing' }])
  const part = await request.file({ limits: { fileSize: mostBytes, files: 1 } })
  if (part === undefined) throw new BadRequest([{ path: 'file', code: 'files:missing' }])
  const folder = await mkdtemp(join(tmpdir(), 'tweetup-import-'))
  try {
    const path = join(folder, 'upload')
    await pipeline(part.file, createWriteStream(path))
    if (part.fieldname !== 'file') throw new BadRequest([{ path: part.fieldname, code: 'problems:field.whitelistValidation' }])
    if (part.file.truncated) throw new Invalid([{ path: 'file', code: 'imports:tooLarge', values: { megabytes: 30 } }])
    return await work({ path, name: [...cleanLine(part.filename.toWellFormed())].slice(0, longestName).join('') || 'file.csv' })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
