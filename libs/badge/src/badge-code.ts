import { fromBase32, toBase32 } from './base32.js'

/** What a badge says: whose seat at which event, and which issue of the badge it is. */
export interface BadgeClaim {
  /** UUID of the event, lower case. */
  readonly eventId: string
  /** UUID of the application, lower case. */
  readonly applicationId: string
  /** Counts up from 0 whenever older badges of the person must stop working; below 2^32. */
  readonly epoch: number
}

/** The version stands in front, so that a door that knows only this form says so of a later one. */
const PREFIX = 'TU1:'
const CLAIM_BYTES = 36
const SIGNATURE_BYTES = 64
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The 36 bytes of a claim: both UUIDs, then the epoch, big endian. */
export function claimBytes(claim: BadgeClaim): Uint8Array {
  const bytes = new Uint8Array(CLAIM_BYTES)
  bytes.set(uuidBytes(claim.eventId), 0)
  bytes.set(uuidBytes(claim.applicationId), 16)
  if (!Number.isInteger(claim.epoch) || claim.epoch < 0 || claim.epoch > 0xffff_ffff) {
    throw new RangeError(`A badge cannot have the epoch ${claim.epoch}; a whole number from 0 to 4294967295 is right.`)
  }
  new DataView(bytes.buffer).setUint32(32, claim.epoch)
  return bytes
}

/** What is signed: the purpose, so that the signature means nothing elsewhere, and the claim. */
export function signedBytes(claim: Uint8Array): Uint8Array {
  const purpose = new TextEncoder().encode('tweetup-badge/1\0')
  const bytes = new Uint8Array(purpose.length + claim.length)
  bytes.set(purpose)
  bytes.set(claim, purpose.length)
  return bytes
}

export function codeText(claim: Uint8Array, signature: Uint8Array): string {
  const bytes = new Uint8Array(CLAIM_BYTES + SIGNATURE_BYTES)
  bytes.set(claim)
  bytes.set(signature, CLAIM_BYTES)
  return PREFIX + toBase32(bytes)
}

export function codeParts(code: string): { claim: Uint8Array; signature: Uint8Array } | null {
  const text = code.trim()
  if (text.length !== PREFIX.length + Math.ceil(((CLAIM_BYTES + SIGNATURE_BYTES) * 8) / 5) || !text.startsWith(PREFIX)) return null
  const bytes = fromBase32(text.slice(PREFIX.length))
  return bytes && { claim: bytes.subarray(0, CLAIM_BYTES), signature: bytes.subarray(CLAIM_BYTES) }
}

/**
 * Reads what a scanned code claims. Nothing in it is proven: see verifyBadgeCode().
 *
 * @param code the text of a QR code, any text at all.
 * @returns the claim, or null when this is no badge of this version.
 */
export function readBadgeCode(code: string): BadgeClaim | null {
  const parts = codeParts(code)
  if (parts === null) return null
  const { claim } = parts
  const epoch = new DataView(claim.buffer, claim.byteOffset).getUint32(32)
  return { eventId: uuidText(claim.subarray(0, 16)), applicationId: uuidText(claim.subarray(16, 32)), epoch }
}

function uuidBytes(uuid: string): Uint8Array {
  if (!UUID.test(uuid)) throw new RangeError(`A badge cannot name ${JSON.stringify(uuid)}; a UUID in lower case is right.`)
  return Uint8Array.from(uuid.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
