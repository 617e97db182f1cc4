import { DrawFormError } from '../errors.js'

/** Nothing in the protocol nests deeper than 4; the bound keeps hostile input off stack and heap. */
export const MAX_DEPTH = 32

/**
 * Looks at the brackets of a JSON text before anything is built from it: a few million of them would fill the memory.
 * @throws DrawFormError when lists and objects lie in each other deeper than `MAX_DEPTH`.
 */
export function requireShallow(text: string, subject: string): void {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '"') quoted = !quoted
    else if (quoted) at += character === '\\' ? 1 : 0
    else if (character === '[' || character === '{') depth += 1
    else if (character === ']' || character === '}') depth -= 1
    if (depth > MAX_DEPTH) throw new DrawFormError(subject, [{ path: '', message: `is nested deeper than ${MAX_DEPTH} levels` }])
  }
}
