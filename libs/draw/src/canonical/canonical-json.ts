import { DrawFormError } from '../errors.js'
import { MAX_DEPTH } from './require-shallow.js'

/** What canonical JSON can say (protocol section 1): no fractions, no text outside printable ASCII. */
export type CanonicalValue =
  | null
  | boolean
  | number
  | string
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue | undefined }

const PRINTABLE_ASCII = /^[\u0020-\u007e]*$/

/**
 * CJ(value) of protocol section 1: RFC 8785 restricted to integers within +-(2^53-1) and strings of U+0020..U+007E.
 * @throws DrawFormError naming the place of the first value that canonical JSON cannot say.
 */
export function canonicalJson(value: unknown): string {
  return encode(value, '', 0)
}

function encode(value: unknown, path: string, depth: number): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return encodeNumber(value, path)
  if (typeof value === 'string') return encodeString(value, path)
  if (typeof value === 'object' && depth === MAX_DEPTH) throw notCanonical(path, `is nested deeper than ${MAX_DEPTH} levels`)
  if (Array.isArray(value)) return `[${value.map((item, index) => encode(item, `${path}[${index}]`, depth + 1)).join(',')}]`
  if (typeof value === 'object') return encodeObject(value, path, depth)
  throw notCanonical(path, `is ${typeof value}, which canonical JSON cannot say`)
}

function encodeNumber(value: number, path: string): string {
  if (!Number.isSafeInteger(value)) throw notCanonical(path, `is ${value}; numbers are integers between -(2^53-1) and 2^53-1`)
  return String(value)
}

function encodeString(value: string, path: string): string {
  if (!PRINTABLE_ASCII.test(value)) throw notCanonical(path, 'holds a character outside U+0020 to U+007E')
  return `"${value.replace(/["\\]/g, '\\$&')}"`
}

function encodeObject(value: object, path: string, depth: number): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => {
      const at = path === '' ? key : `${path}.${key}`
      return `${encodeString(key, at)}:${encode(member, at, depth + 1)}`
    })
  return `{${members.join(',')}}`
}

function notCanonical(path: string, message: string): DrawFormError {
  return new DrawFormError('canonical JSON', [{ path, message }])
}
