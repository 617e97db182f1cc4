import sharp from 'sharp'
import { Invalid } from '../http/errors.js'
import { type FileKind, type Rendition, renditions, shapes } from './file-kinds.js'

const formats = ['jpeg', 'png', 'webp']
export const maxPixels = 50_000_000
export const maxBytes = 10 * 1024 * 1024

export interface Picture {
  readonly width: number
  readonly height: number
  readonly renditions: ReadonlyMap<Rendition, Buffer>
}

/**
 * Decodes an uploaded picture and encodes it anew as WebP in the sizes of its kind, so that nothing of the upload but its pixels is kept:
 * no place where a photo was taken, no second file hidden behind the first. Throws Invalid, naming the field, for what is no usable picture.
 */
export async function preparePicture(bytes: Buffer, kind: FileKind): Promise<Picture> {
  if (bytes.length > maxBytes) throw refused('files:tooLarge')
  const { width, height } = await measure(bytes)
  const made = await inTurn(() => Promise.all(renditions.map(async (name) => [name, await encode(bytes, kind, name)] as const)))
  return { width, height, renditions: new Map(made) }
}

let last: Promise<unknown> = Promise.resolve()

/** One picture after the other: fifty million pixels take 200 MB and the threads that passwords and answers need too. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work)
  last = mine.catch(() => undefined)
  return mine
}

async function measure(bytes: Buffer): Promise<{ width: number; height: number }> {
  const { format, width, height, autoOrient } = await read(bytes)
  if (!formats.includes(format)) throw refused('files:format')
  if (width * height > maxPixels) throw refused('files:tooManyPixels')
  return { width: autoOrient.width, height: autoOrient.height }
}

async function read(bytes: Buffer) {
  try {
    return await sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata()
  } catch {
    throw refused('files:format')
  }
}

async function encode(bytes: Buffer, kind: FileKind, rendition: Rendition): Promise<Buffer> {
  const { width, height, fit } = shapes[kind][rendition]
  try {
    return await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width, ...(height === undefined ? {} : { height }), fit, withoutEnlargement: true })
      .webp({ quality: kind === 'logo' ? 92 : 80, effort: 4 })
      .timeout({ seconds: 20 })
      .toBuffer()
  } catch {
    throw refused('files:damaged')
  }
}

function refused(code: string): Invalid {
  return new Invalid([{ path: 'file', code }])
}
