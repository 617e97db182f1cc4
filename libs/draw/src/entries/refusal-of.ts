import { DrawFormError } from '../errors.js'
import { parseEntryLine } from './entry-line.js'
import type { EntryLimits } from './entry-list.js'
import { lineBytes, lineError } from './file-lines.js'

/**
 * Why a line of the entries file was refused. Bytes that are no text at all are named first, wherever they stand.
 * @param line from 0; the lines before it are good
 */
export function refusalOf(file: Uint8Array, starts: Uint32Array, line: number, limits: EntryLimits, subject: string): DrawFormError {
  const foreign = file.findIndex((byte) => byte > 0x7f)
  if (foreign !== -1) return new DrawFormError(subject, [{ path: `byte ${foreign}`, message: 'is not ASCII' }])
  const text = textOf(file, starts, line)
  const unit = parseEntryLine(text, limits)
  if (typeof unit === 'string') return lineError(subject, line, unit)
  if (text === textOf(file, starts, line - 1)) return lineError(subject, line, 'stands there twice')
  return lineError(subject, line, 'is not in ascending order after the line before')
}

function textOf(file: Uint8Array, starts: Uint32Array, line: number): string {
  return new TextDecoder().decode(lineBytes(file, starts, line).slice())
}
