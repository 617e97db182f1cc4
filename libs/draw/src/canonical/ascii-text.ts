import { DrawFormError } from '../errors.js'

/**
 * Bytes as text, when all of them are ASCII.
 * @throws DrawFormError with the offset of the first byte that is not.
 */
export function asciiText(bytes: Uint8Array, subject: string): string {
  const offset = bytes.findIndex((byte) => byte > 0x7f)
  if (offset !== -1) throw new DrawFormError(subject, [{ path: `byte ${offset}`, message: 'is not ASCII' }])
  return new TextDecoder().decode(bytes)
}
