import { DrawFormError } from '../errors.js'

/** A list or object that is open; `keys` is null in a list. */
interface Level {
  readonly keys: Set<string> | null
  /** The key whose value comes now. */
  key: string
  /** Whether it lies in the bundle; what stands beside the bundle may be anything. */
  readonly strict: boolean
}

const NUMBER = /^-?[0-9]/
const WORD_END = /[\s,\]}]|$/g

/**
 * Refuses what `JSON.parse` passes over in silence and other readers take otherwise: in the bundle a key twice or a number
 * in another than its canonical spelling, and a second bundle. Spaces and the order of keys are free.
 * @param text a JSON document that `JSON.parse` has read
 * @throws DrawFormError naming the key or number, and where it stands.
 */
export function requireOneReading(text: string): void {
  const levels: Level[] = []
  for (let at = 0; at < text.length; ) {
    const level = levels.at(-1)
    const end = tokenEnd(text, at)
    const token = text.slice(at, end)
    if (token === '{' || token === '[') levels.push(opened(token, level, levels.length))
    else if (token === '}' || token === ']') levels.pop()
    else if (token.startsWith('"') && isKey(text, end)) takeKey(level, token, levels.length, at)
    else if (NUMBER.test(token) && level?.strict === true) requireCanonicalNumber(token, at)
    at = end
  }
}

function opened(bracket: string, parent: Level | undefined, depth: number): Level {
  const strict = parent !== undefined && (parent.strict || (depth === 1 && parent.key === 'bundle'))
  return { keys: bracket === '{' ? new Set() : null, key: '', strict }
}

/** Where the token that begins at `start` ends: a text, a number or word, or a single character. */
function tokenEnd(text: string, start: number): number {
  if (text[start] === '"') {
    for (let at = start + 1; ; at += 1) {
      if (text[at] === '"') return at + 1
      if (text[at] === '\\') at += 1
    }
  }
  if (!/[-0-9a-z]/.test(text[start] ?? '')) return start + 1
  WORD_END.lastIndex = start
  return WORD_END.exec(text)?.index ?? text.length
}

function isKey(text: string, end: number): boolean {
  let at = end
  while (/\s/.test(text[at] ?? '')) at += 1
  return text[at] === ':'
}

function takeKey(level: Level | undefined, token: string, depth: number, at: number): void {
  if (level === undefined || level.keys === null) return
  level.key = String(JSON.parse(token))
  const counts = level.strict || (depth === 1 && level.key === 'bundle')
  if (counts && level.keys.has(level.key)) throw ambiguous(at, `repeats the key ${token.slice(0, 80)}, each may stand there once`)
  level.keys.add(level.key)
}

function requireCanonicalNumber(token: string, at: number): void {
  if (Number.isSafeInteger(Number(token)) && String(Number(token)) === token) return
  throw ambiguous(at, `has the number ${token.slice(0, 80)}; numbers are integers in plain decimal between -(2^53-1) and 2^53-1`)
}

function ambiguous(at: number, message: string): DrawFormError {
  return new DrawFormError('bundle', [{ path: `character ${at}`, message }])
}
