import { cleanAnswer } from '#forms'
import type { PolicyProblem } from './problems/problem.js'

/** Reads one value: what it says, or undefined after noting what is wrong with it. */
export type Reader<T> = (value: unknown, path: string, problems: PolicyProblem[]) => T | undefined

/** Enough to tell a person; a hostile request has thousands. */
const mostProblems = 20

function note(problems: PolicyProblem[], path: string, code: string, values?: PolicyProblem['values']): undefined {
  if (problems.length < mostProblems) problems.push({ path, code: `form.${code}`, ...(values && { values }) })
}

/** A whole number between two bounds, both allowed. */
export function whole(min: number, max: number): Reader<number> {
  return (value, path, problems) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
      ? value
      : note(problems, path, 'wholeNumber', { min, max })
}

export const flag: Reader<boolean> = (value, path, problems) => (typeof value === 'boolean' ? value : note(problems, path, 'flag'))

/** One line of plain text, cleaned and not empty; `max` counts characters as people see most of them. */
export function line(max: number): Reader<string> {
  return (value, path, problems) => {
    if (typeof value !== 'string') return note(problems, path, 'text')
    // What is far too long is not worth cleaning.
    if (value.length > 8 * max + 100) return note(problems, path, 'tooLong', { max })
    const text = cleanAnswer(value, false)
    if (text === '') return note(problems, path, 'required')
    return [...text].length > max ? note(problems, path, 'tooLong', { max }) : text
  }
}

const instantForm = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

/** RFC 3339, as an instant in UTC: `2027-03-20T19:00:00.000Z`. */
export const instant: Reader<string> = (value, path, problems) => {
  const day = typeof value === 'string' ? instantForm.exec(value)?.[1] : undefined
  // Engines take the 30th of February for the 2nd of March.
  const isDay = day !== undefined && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
  const time = isDay ? Date.parse(String(value)) : Number.NaN
  return Number.isNaN(time) ? note(problems, path, 'instant') : new Date(time).toISOString()
}

export function oneOf<const Value extends string>(...values: readonly Value[]): Reader<Value> {
  return (value, path, problems) => values.find((known) => known === value) ?? note(problems, path, 'oneOf', { values: values.join(', ') })
}

export function nullable<T>(read: Reader<T>): Reader<T | null> {
  return (value, path, problems) => (value === null ? null : read(value, path, problems))
}

/** A list of at most `max` items; a longer one is refused unread. */
export function list<T>(read: Reader<T>, max: number): Reader<readonly T[]> {
  return (value, path, problems) => {
    if (!Array.isArray(value)) return note(problems, path, 'list')
    if (value.length > max) return note(problems, path, 'tooMany', { max })
    const items = Array.from(value as readonly unknown[], (item, index) => read(item, at(path, index), problems))
    return items.every((item) => item !== undefined) ? items : undefined
  }
}

/** An object with exactly these fields. */
export function record<T extends object>(fields: { readonly [Key in keyof T]-?: Reader<T[Key]> }): Reader<T> {
  return (value, path, problems) => {
    if (!isObject(value)) return note(problems, path, 'object')
    const unknown = Object.keys(value).filter((key) => !Object.hasOwn(fields, key))
    for (const key of unknown.slice(0, mostProblems)) note(problems, at(path, key), 'unknownField')
    const read = Object.entries<Reader<unknown>>(fields).map(
      ([key, reader]) => [key, reader(Object.hasOwn(value, key) ? value[key] : undefined, at(path, key), problems)] as const,
    )
    return unknown.length === 0 && read.every(([, field]) => field !== undefined) ? (Object.fromEntries(read) as T) : undefined
  }
}

/** An object whose `kind` says which fields it has. */
export function variant<T extends { readonly kind: string }>(
  kinds: { readonly [Kind in T['kind']]: Reader<Extract<T, { kind: Kind }>> },
): Reader<T> {
  return (value, path, problems) => {
    if (!isObject(value)) return note(problems, path, 'object')
    const kind = Object.hasOwn(value, 'kind') ? value['kind'] : undefined
    if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind))
      return note(problems, at(path, 'kind'), 'oneOf', { values: Object.keys(kinds).join(', ') })
    return (kinds as Record<string, Reader<T>>)[kind]?.(value, path, problems)
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Keys of a request may be of any length and made of anything. */
function at(path: string, key: string | number): string {
  const name = typeof key === 'number' ? String(key) : cleanAnswer(key.slice(0, 60), false)
  return path === '' ? name : `${path}.${name}`
}
