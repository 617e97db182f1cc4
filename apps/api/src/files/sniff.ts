/** What a file is by its first bytes, whatever it is called. Nothing else is handed to a decoder. */
export type Sniffed = 'jpeg' | 'png' | 'gif' | 'webp' | 'heif' | 'pdf'

const beginsWith = (bytes: Buffer, text: string, at = 0): boolean =>
  bytes.length >= at + text.length && bytes.toString('latin1', at, at + text.length) === text

/** Undefined for what we do not take: drawings that can hold scripts, archives, programs, text. */
export function sniff(bytes: Buffer): Sniffed | undefined {
  if (beginsWith(bytes, '\xFF\xD8\xFF')) return 'jpeg'
  if (beginsWith(bytes, '\x89PNG\r\n\x1A\n')) return 'png'
  if (beginsWith(bytes, 'GIF87a') || beginsWith(bytes, 'GIF89a')) return 'gif'
  if (beginsWith(bytes, 'RIFF') && beginsWith(bytes, 'WEBP', 8)) return 'webp'
  if (beginsWith(bytes, 'ftyp', 4)) return 'heif'
  return isPdf(bytes) ? 'pdf' : undefined
}

/**
 * A PDF begins with its mark and ends with its end (ISO 32000-2, 7.5). Readers look for both in a kilobyte; we do so only at the end, because a
 * file with something before its mark is made to be two things at once.
 */
function isPdf(bytes: Buffer): boolean {
  return (
    /^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8)) && bytes.toString('latin1', Math.max(0, bytes.length - 1024)).includes('%%EOF')
  )
}
