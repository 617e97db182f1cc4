import type { FastifyRequest } from 'fastify'
import { BadRequest, Invalid } from '../http/errors.js'
import { maxBytes } from './picture.js'

export interface UploadedForm {
  readonly bytes: Buffer
  /** What it was called where it came from; nothing to trust. */
  readonly name: string
  /** The form's other fields, which must come before the file. */
  readonly fields: Readonly<Record<string, string>>
}

/** Reads a multipart form with one file, named `file`. Throws BadRequest when it is none, Invalid when the file is too large. */
export async function readUpload(request: FastifyRequest): Promise<UploadedForm> {
  if (!request.isMultipart()) throw new BadRequest([{ path: 'file', code: 'files:missing' }])
  const fields: Record<string, string> = {}
  let bytes: Buffer | undefined
  let name = ''
  for await (const part of request.parts()) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value)
    else {
      name = part.filename ?? ''
      bytes = await readFile(part.fieldname, part.file)
    }
  }
  if (!bytes) throw new BadRequest([{ path: 'file', code: 'files:missing' }])
  return { bytes, name, fields }
}

async function readFile(name: string, stream: AsyncIterable<Buffer> & { readonly truncated?: boolean }): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length <= maxBytes) chunks.push(chunk)
  }
  if (name !== 'file') throw new BadRequest([{ path: name, code: 'problems:field.whitelistValidation' }])
  if (length > maxBytes || stream.truncated) throw new Invalid([{ path: 'file', code: 'files:tooLarge' }])
  return Buffer.concat(chunks)
}
