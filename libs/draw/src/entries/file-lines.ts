import { DrawFormError } from '../errors.js'

const LF = 0x0a

/**
 * Where the lines of a canonical file start: every line ends with LF, the last one too (protocol section 3).
 * @returns offsets of the lines, then the length of the file
 * @throws DrawFormError when the last line has no LF.
 */
export function lineStartsOf(file: Uint8Array, subject: string): Uint32Array {
  let count = 0
  for (let end = file.indexOf(LF); end !== -1; end = file.indexOf(LF, end + 1)) count += 1
  if (file.length > 0 && file[file.length - 1] !== LF) {
    throw new DrawFormError(subject, [{ path: `line ${count + 1}`, message: 'does not end with a line feed' }])
  }
  const starts = new Uint32Array(count + 1)
  let line = 0
  for (let end = file.indexOf(LF); end !== -1; end = file.indexOf(LF, end + 1)) starts[(line += 1)] = end + 1
  return starts
}

/** One line without its LF, as it is hashed; not copied. */
export function lineBytes(file: Uint8Array, starts: Uint32Array, line: number): Uint8Array {
  return file.subarray(starts[line], (starts[line + 1] ?? 0) - 1)
}

/** An error that names the line as people count, from 1. */
export function lineError(subject: string, line: number, message: string): DrawFormError {
  return new DrawFormError(subject, [{ path: `line ${line + 1}`, message }])
}
