import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 256 random bits for a cookie. Kept only as its hash, so a copy of the database signs nobody in. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * The token of a link that goes into a mail: HMAC-SHA256 of the id it is for, under a key of its purpose.
 * Derived, so that the mail can be written after the transaction without the token lying in the queue.
 */
export function linkToken(key: Buffer, id: string): string {
  return createHmac('sha256', key).update(id).digest('base64url')
}

/** What is stored of a token, and by which it is found. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
