import { DrawFormError } from '../errors.js'
import { asciiText } from './ascii-text.js'
import { type CanonicalValue, canonicalJson } from './canonical-json.js'
import { requireShallow } from './require-shallow.js'

/**
 * Reads canonical JSON and refuses every other way of writing the same value: spaces, another order of keys, a key
 * twice, `1.0`, `\u0041` (protocol section 1).
 * @throws DrawFormError with the offset of the first byte that differs from the canonical form.
 */
export function parseCanonicalJson(input: Uint8Array | string): CanonicalValue {
  const text = typeof input === 'string' ? input : asciiText(input, 'canonical JSON')
  requireShallow(text, 'canonical JSON')
  const value = parse(text)
  const canonical = canonicalJson(value)
  if (canonical !== text) throw refused(`is not canonical at byte ${firstDifference(canonical, text)}`)
  return value
}

function parse(text: string): CanonicalValue {
  try {
    const value: CanonicalValue = JSON.parse(text)
    return value
  } catch (cause) {
    throw refused(`is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

function firstDifference(a: string, b: string): number {
  let index = 0
  while (index < a.length && a[index] === b[index]) index += 1
  return index
}

function refused(message: string): DrawFormError {
  return new DrawFormError('canonical JSON', [{ path: '', message }])
}
