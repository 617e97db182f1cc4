import type { FieldProblem } from '../errors.js'
import { isHex } from '../hash/hex.js'

/** Looks at one value and says what is wrong with it; nothing when it is right. */
export type Check = (value: unknown, path: string) => readonly FieldProblem[]

const PRINTABLE = /^[\u0020-\u007e]+$/

function problem(path: string, message: string): readonly FieldProblem[] {
  return [{ path, message }]
}

/** Enough to tell a person; a hostile list has millions. */
const MOST_PROBLEMS = 20

function someProblems<Item>(
  items: readonly Item[],
  check: (item: Item, index: number) => readonly FieldProblem[],
): readonly FieldProblem[] {
  const problems: FieldProblem[] = []
  for (const [index, item] of items.entries()) {
    problems.push(...check(item, index))
    if (problems.length >= MOST_PROBLEMS) break
  }
  return problems
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? typeof value).slice(0, 80)
}

/** A whole number between two bounds, both allowed. */
export function integer(min: number, max: number): Check {
  return (value, path) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
      ? []
      : problem(path, `is ${shown(value)}, it must be a whole number from ${min} to ${max}`)
}

/** So many bytes in lower case hex; several lengths where the protocol knows several. */
export function hex(...lengths: readonly number[]): Check {
  return (value, path) =>
    lengths.some((bytes) => isHex(value, bytes))
      ? []
      : problem(path, `is ${shown(value)}, it must be ${lengths.map((bytes) => 2 * bytes).join(' or ')} lower case hex digits`)
}

/** Printable ASCII, not empty: all that canonical JSON can say. */
export function text(maxLength: number): Check {
  return (value, path) =>
    typeof value === 'string' && PRINTABLE.test(value) && value.length <= maxLength
      ? []
      : problem(path, `is ${shown(value)}, it must be 1 to ${maxLength} printable ASCII characters`)
}

/** A value that a predicate knows; `expected` completes "it must be". */
export function accepted(is: (value: unknown) => boolean, expected: string): Check {
  return (value, path) => (is(value) ? [] : problem(path, `is ${shown(value)}, it must be ${expected}`))
}

export function oneOf(...values: readonly (string | null)[]): Check {
  return accepted((value) => values.some((known) => known === value), values.map((value) => JSON.stringify(value)).join(' or '))
}

export function nullable(check: Check): Check {
  return (value, path) => (value === null ? [] : check(value, path))
}

export function list(check: Check, min: number, max: number): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return problem(path, `is ${shown(value)}, it must be a list`)
    if (value.length < min || value.length > max) return problem(path, `has ${value.length} items, it must have ${min} to ${max}`)
    return someProblems(value, (item, index) => check(item, `${path}[${index}]`))
  }
}

/** A list of exactly these items. */
export function tuple(...checks: readonly Check[]): Check {
  return (value, path) => {
    if (!Array.isArray(value) || value.length !== checks.length) return problem(path, `must be a list of ${checks.length} items`)
    return checks.flatMap((check, index) => check(value[index], `${path}[${index}]`))
  }
}

/** An object with exactly these fields: a missing one is a problem, an unknown one too. */
export function record(fields: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    if (!isPlainObject(value)) return problem(path, `is ${shown(value)}, it must be an object`)
    const at = (key: string) => (path === '' ? key : `${path}.${key}`)
    const unknown = Object.keys(value).filter((key) => !Object.hasOwn(fields, key))
    return [
      ...someProblems(unknown, (key) => problem(at(key), 'is not a field of the protocol')),
      ...Object.entries(fields).flatMap(([key, check]) =>
        Object.hasOwn(value, key) ? check(value[key], at(key)) : problem(at(key), 'is missing'),
      ),
    ]
  }
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
