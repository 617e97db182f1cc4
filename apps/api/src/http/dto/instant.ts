import { applyDecorators } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import { Transform } from 'class-transformer'
import { fieldRule } from './field-rule.js'

const rfc3339 = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** An RFC 3339 instant between 1970 and 2200, or undefined; days that no month has are refused. */
export function parseInstant(text: string): Date | undefined {
  const [, year, month, day] = rfc3339.exec(text) ?? []
  if (year === undefined || Number(year) < 1970 || Number(year) > 2200) return undefined
  const midnight = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (midnight.getUTCMonth() !== Number(month) - 1 || midnight.getUTCDate() !== Number(day)) return undefined
  const instant = new Date(text)
  return Number.isNaN(instant.getTime()) ? undefined : instant
}

/** A point in time, sent as RFC 3339; the field holds a Date. */
export function Instant(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? (parseInstant(value) ?? value) : value)),
    fieldRule('instant', (value) => value instanceof Date),
    ApiProperty({ type: String, format: 'date-time', example: '2027-03-20T19:00:00Z' }),
  )
}

function isTimeZone(value: unknown): boolean {
  if (typeof value !== 'string' || !(/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$/.test(value) || value === 'UTC')) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}

/** The name of an IANA time zone. */
export function TimeZone(): PropertyDecorator {
  return applyDecorators(fieldRule('timeZone', isTimeZone), ApiProperty({ type: String, example: 'Europe/Amsterdam' }))
}
