import sharp from 'sharp'
import { Invalid } from '../http/errors.js'
import { inTurn, maxBytes, maxPixels } from './picture.js'
import { sniff } from './sniff.js'

const longestSide = 2560

/** A file that somebody sent, made safe to keep. */
export interface SentFile {
  readonly kind: 'image' | 'pdf'
  readonly contentType: 'image/webp' | 'application/pdf'
  readonly bytes: Buffer
  /** How large it came. */
  readonly sentSize: number
}

/**
 * Makes what somebody sent safe to keep. Of a picture nothing but its pixels stays: no place where a photo was taken, no second file hidden
 * behind the first. A PDF stays as it is. Throws Invalid, naming the field, for everything else.
 */
export async function prepareSentFile(bytes: Buffer): Promise<SentFile> {
  if (bytes.length > maxBytes) throw refused('tooLarge')
  const sentSize = bytes.length
  const found = sniff(bytes)
  if (found === undefined) throw refused('kind')
  if (found === 'pdf') return { kind: 'pdf', contentType: 'application/pdf', bytes, sentSize }
  await measure(bytes)
  return { kind: 'image', contentType: 'image/webp', bytes: await inTurn(() => encode(bytes)), sentSize }
}

/** Asked before anything is decoded: a few kilobytes can claim to be a square of fifty thousand pixels. */
async function measure(bytes: Buffer): Promise<void> {
  const { width, height, compression } = await read(bytes)
  // Decoders for the pictures of some phones may not be given away; their owners can send a JPEG instead.
  if (compression === 'hevc') throw refused('heic')
  if (width * height > maxPixels) throw refused('tooManyPixels')
}

async function read(bytes: Buffer) {
  try {
    return await sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata()
  } catch {
    throw refused('damaged')
  }
}

async function encode(bytes: Buffer): Promise<Buffer> {
  try {
    return await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82, effort: 4 })
      .timeout({ seconds: 20 })
      .toBuffer()
  } catch {
    throw refused('damaged')
  }
}

function refused(code: string): Invalid {
  return new Invalid([{ path: 'file', code: `files:sent.${code}` }])
}
