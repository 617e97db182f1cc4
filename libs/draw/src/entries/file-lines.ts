import { DrawFormError } from '../errors.js'

const LF = 0x0a
/** Every line of entries.txt and excluded.txt begins with a ticket id. */
const SHORTEST_LINE = 64

/**
 * Where the lines of a canonical file start: every line ends with LF, the last one too (protocol section 3). Nothing is set
 * aside for lines that cannot be, so that a file of empty lines costs no memory.
 * @param most how many lines there may be; the manifest counts them
 * @returns offsets of the lines, then the length of the file
 * @throws DrawFormError when the last line has no LF, when one is too short for a ticket, when there are too many.
 */
export function lineStartsOf(file: Uint8Array, subject: string, most = Number.POSITIVE_INFINITY): Uint32Array {
  const starts = new Uint32Array(countLines(file, subject, most) + 1)
  for (let line = 1, start = 0; line < starts.length; line += 1) {
    start = lineEnd(file, start) + 1
    starts[line] = start
  }
  return starts
}

function countLines(file: Uint8Array, subject: string, most: number): number {
  let count = 0
  for (let start = 0; start < file.length; count += 1) {
    const end = lineEnd(file, start)
    if (end === file.length) throw lineError(subject, count, 'does not end with a line feed')
    const length = end - start
    if (length < SHORTEST_LINE) throw lineError(subject, count, `has ${length} characters, fewer than the ${SHORTEST_LINE} of a ticket`)
    if (count === most) throw lineError(subject, count, `is one too many, the manifest counts ${most}`)
    start = end + 1
  }
  return count
}

/**
 * The same, quicker, for whoever looks at every character of the tickets anyway: LF is looked for behind the tickets only.
 * @returns null when `lineStartsOf` would throw; it may do so as well when a ticket holds an LF.
 */
export function quickLineStarts(file: Uint8Array, most = Number.POSITIVE_INFINITY): Uint32Array | null {
  const starts = new Uint32Array(Math.min(most, Math.floor(file.length / (SHORTEST_LINE + 1))) + 1)
  let line = 0
  for (let start = 0; start < file.length; ) {
    const end = lineEnd(file, start + SHORTEST_LINE)
    if (end >= file.length || line + 1 === starts.length) return null
    start = end + 1
    starts[(line += 1)] = start
  }
  return starts.slice(0, line + 1)
}

/** Where the next LF stands, or the length of the file. Lines are short: a call of `indexOf` costs more than the steps. */
function lineEnd(file: Uint8Array, start: number): number {
  let end = start
  while (end < file.length && file[end] !== LF) end += 1
  return end
}

/** One line without its LF, as it is hashed; not copied. */
export function lineBytes(file: Uint8Array, starts: Uint32Array, line: number): Uint8Array {
  return file.subarray(starts[line], (starts[line + 1] ?? 0) - 1)
}

/** An error that names the line as people count, from 1. */
export function lineError(subject: string, line: number, message: string): DrawFormError {
  return new DrawFormError(subject, [{ path: `line ${line + 1}`, message }])
}
