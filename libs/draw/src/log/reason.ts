/** Printable ASCII without the space, which separates fields in excluded.txt. */
const REASON = /^[\u0021-\u007e]{1,64}$/

/** Whether a value may stand as a published reason: a token, never a sentence about a person (protocol section 10). */
export function isReason(value: unknown): value is string {
  return typeof value === 'string' && REASON.test(value)
}
