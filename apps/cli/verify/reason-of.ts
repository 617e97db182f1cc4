/** What an error of the system says, for our own sentence around it. */
export function reasonOf(cause: unknown): string {
  return hasText(cause, 'message') ? cause.message : String(cause)
}

/** The system's code of an error, such as ENOENT. */
export function codeOf(cause: unknown): string | null {
  return hasText(cause, 'code') ? cause.code : null
}

function hasText<Key extends string>(value: unknown, key: Key): value is Record<Key, string> {
  return typeof value === 'object' && value !== null && key in value && typeof Reflect.get(value, key) === 'string'
}
