import { isUUID } from 'class-validator'
import { BadRequest } from '../http/index.js'
import type { EventPosition } from './event.repository.js'

/** The place after which a list goes on, as an opaque text. */
export function writeCursor({ startsAt, id }: EventPosition): string {
  return Buffer.from(`${startsAt?.getTime() ?? ''}.${id}`).toString('base64url')
}

/** Throws BadRequest for anything that `writeCursor` has not written. */
export function readCursor(cursor: unknown): EventPosition | undefined {
  if (cursor === undefined) return undefined
  const [time = '', id = ''] = typeof cursor === 'string' ? Buffer.from(cursor, 'base64url').toString().split('.') : []
  const startsAt = time === '' ? null : new Date(/^-?\d{1,13}$/.test(time) ? Number(time) : Number.NaN)
  if (!isUUID(id) || (startsAt && Number.isNaN(startsAt.getTime())))
    throw new BadRequest([{ path: 'cursor', code: 'problems:field.invalid' }])
  return { startsAt, id }
}
