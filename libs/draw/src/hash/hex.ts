import { DrawFormError } from '../errors.js'

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const LOWER_HEX = /^(?:[0-9a-f]{2})*$/

/** Bytes as lower case hex (protocol section 1). */
export function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += DIGITS[byte]
  return hex
}

/**
 * Lower case hex as bytes (protocol section 1).
 * @throws DrawFormError for upper case, odd length or anything that is not hex.
 */
export function fromHex(hex: string): Uint8Array {
  if (!LOWER_HEX.test(hex))
    throw new DrawFormError('hex', [{ path: '', message: `${JSON.stringify(hex.slice(0, 80))} is not lower case hex` }])
  const bytes = new Uint8Array(hex.length / 2)
  writeHex(hex, bytes, 0)
  return bytes
}

/** Writes hex that is known to be lower case hex into `target`. */
export function writeHex(hex: string, target: Uint8Array, offset: number): void {
  for (let index = 0; 2 * index < hex.length; index += 1) target[offset + index] = (digit(hex, 2 * index) << 4) | digit(hex, 2 * index + 1)
}

function digit(hex: string, index: number): number {
  const code = hex.charCodeAt(index)
  return code < 0x3a ? code - 0x30 : code - 0x57
}

/** Whether `value` is exactly `bytes` bytes in lower case hex. */
export function isHex(value: unknown, bytes: number): value is string {
  return typeof value === 'string' && value.length === 2 * bytes && LOWER_HEX.test(value)
}
