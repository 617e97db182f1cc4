import { DrawFormError, type FieldProblem } from '../errors.js'
import { MAX_UNIX } from '../manifest/check-manifest.js'
import { accepted, type Check, hex, integer, isPlainObject, list, nullable, oneOf, record, text, tuple } from '../manifest/form.js'
import type { LogEvent, LogRequest } from './log-event.js'
import { isReason } from './reason.js'

const MAX_COUNT = 0xffff_ffff
const digest = hex(32)
const reason = accepted(isReason, 'a token of 1 to 64 printable ASCII characters without spaces')
const pool = text(256)
const seats = integer(1, MAX_COUNT)
/** A signature of drand is a point of G1 or G2; before its first round the chained scheme has a 32-byte hash. */
const signature = nullable(hex(48, 96))
const previousSignature = nullable(hex(32, 96))
const secrets = nullable(list(digest, 0, 256))
const mode = oneOf('beacon', 'commit-reveal', 'both')

type Fields = Readonly<Record<string, Check>>

const removal = { unit: digest, reason }
const seatChange: Readonly<Record<string, Fields>> = {
  withdraw: removal,
  decline: removal,
  expire: removal,
  disqualify: removal,
  reinstate: removal,
  reduce: { unit: digest, seats, reason },
  capacity: { pool, seats, reason },
  shrink: { pool, seats, reason },
  final: { reason },
}
const eventFields: Readonly<Record<string, Fields>> = {
  ...seatChange,
  draw: { mode, randomness: nullable(digest), signature, previousSignature, secrets, seed: digest, order: digest },
}
const requestFields: Readonly<Record<string, Fields>> = { ...seatChange, draw: { mode, signature, previousSignature, secrets } }

const frame: Fields = {
  seq: integer(1, MAX_COUNT),
  prev: digest,
  promoted: list(tuple(digest, pool), 0, MAX_COUNT),
}

function checkTyped(kinds: Readonly<Record<string, Fields>>, shared: Fields): Check {
  const type = oneOf(...Object.keys(kinds))
  return (value, path) => {
    const kind =
      isPlainObject(value) && typeof value['type'] === 'string' && Object.hasOwn(kinds, value['type']) ? kinds[value['type']] : undefined
    if (kind !== undefined) return record({ type, at: integer(0, MAX_UNIX), ...shared, ...kind })(value, path)
    return isPlainObject(value) ? type(value['type'], 'type') : record({})(value, path)
  }
}

const checkEvent = checkTyped(eventFields, frame)
const checkRequest = checkTyped(requestFields, {})

function isLogEvent(value: unknown): value is LogEvent {
  return checkEvent(value, '').length === 0
}

/**
 * A log line as an event, when its form is right (protocol section 10).
 * @throws DrawFormError with all problems; `subject` says which line.
 */
export function asLogEvent(value: unknown, subject: string): LogEvent {
  if (!isLogEvent(value)) throw new DrawFormError(subject, checkEvent(value, ''))
  return value
}

/** What is wrong with the form of a request to log something; none when it is right. */
export function checkLogRequest(request: LogRequest): readonly FieldProblem[] {
  return checkRequest(request, '')
}
