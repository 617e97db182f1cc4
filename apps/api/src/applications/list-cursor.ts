import { isUUID } from 'class-validator'
import { BadRequest } from '../http/index.js'
import { parseInstant } from '../http/dto/index.js'

/** Where a page of the list ends. Microseconds, as the database keeps them, so that no row is shown twice or lost. */
export interface ListPosition {
  readonly receivedAt: string
  readonly id: string
}

export function writeCursor({ receivedAt, id }: ListPosition): string {
  return Buffer.from(`${receivedAt}|${id}`).toString('base64url')
}

/** Throws BadRequest for what writeCursor() has not written. */
export function readCursor(cursor: string): ListPosition {
  const [receivedAt = '', id = '', ...more] = Buffer.from(cursor, 'base64url').toString('utf8').split('|')
  if (parseInstant(receivedAt) === undefined || !isUUID(id) || more.length > 0)
    throw new BadRequest([{ path: 'cursor', code: 'applications:cursor' }])
  return { receivedAt, id }
}
