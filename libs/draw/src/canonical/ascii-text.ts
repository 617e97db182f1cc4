import { DrawFormError } from '../errors.js'

/**
 * Bytes as text, when all of them are ASCII.
 * @throws DrawFormError with the offset of the first byte that is not.
 */
export function asciiText(bytes: Uint8Array, subject: string): string {
  for (let offset = 0; offset < bytes.length; offset += 1) {
    if ((bytes[offset] ?? 0) > 0x7f) throw new DrawFormError(subject, [{ path: `byte ${offset}`, message: 'is not ASCII' }])
  }
  return new TextDecoder().decode(bytes)
}
