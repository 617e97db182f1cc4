import { isUUID } from 'class-validator'
import { parseInstant } from '../../http/dto/index.js'
import { BadRequest } from '../../http/index.js'
import type { Sort } from './list-filter.js'
import type { Position } from './position.js'

/** A position as the addresses of pages carry it. It belongs to one order. */
export function writeCursor({ key, id }: Position, sort: Sort): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString('base64url')
}

/** Throws BadRequest for what writeCursor() has not written for this order. */
export function readCursor(cursor: string, sort: Sort): Position {
  const read = parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  const [of, key, id, ...more] = Array.isArray(read) ? (read as unknown[]) : []
  if (of !== sort || typeof key !== 'string' || !isKey[sort](key) || typeof id !== 'string' || !isUUID(id) || more.length > 0)
    throw new BadRequest([{ path: 'cursor', code: 'applications:cursor' }])
  return { key, id }
}

const isTime = (key: string): boolean => parseInstant(key) !== undefined
const isKey: Readonly<Record<Sort, (key: string) => boolean>> = {
  newest: isTime,
  oldest: isTime,
  name: (key) => !key.includes('\0'),
  rank: (key) => /^\d{1,9}$/.test(key) || key === '2147483647',
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
