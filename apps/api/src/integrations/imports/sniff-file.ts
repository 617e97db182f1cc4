import { parse } from 'csv-parse/sync'
import { Invalid } from '../../http/index.js'
import { type Delimiter, delimiters, type Encoding } from './import.js'

const signatures: readonly (readonly [bytes: readonly number[], code: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'imports:archive'],
  [[0x50, 0x4b, 0x05, 0x06], 'imports:archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'imports:archive'],
  [[0x1f, 0x8b], 'imports:packed'],
  [[0x42, 0x5a, 0x68], 'imports:packed'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'imports:packed'],
  [[0xfd, 0x37, 0x7a, 0x58], 'imports:packed'],
  [[0x25, 0x50, 0x44, 0x46], 'imports:notText'],
]

const refused = (code: string) => new Invalid([{ path: 'file', code }])

/**
 * How the text of a file is written, from its first bytes. UTF-8 unless a byte order mark says otherwise; whether it truly is UTF-8 shows
 * when all of it is read. Nothing is ever unpacked. Throws Invalid for what is no text, and says what it seems to be.
 */
export function sniffEncoding(start: Buffer): Encoding {
  const found = signatures.find(([bytes]) => bytes.every((byte, index) => start[index] === byte))
  if (found) throw refused(found[1])
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  if (start.includes(0)) throw refused('imports:notText')
  return 'utf-8'
}

/** What parts the columns: the sign that parts the first lines alike into the most. A comma when none does. */
export function sniffDelimiter(text: string): Delimiter {
  const scores = delimiters.map((delimiter) => [delimiter, columnsAlike(text, delimiter)] as const)
  return scores.toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? ','
}

function columnsAlike(text: string, delimiter: Delimiter): number {
  const options = { delimiter, to: 20, relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: true, bom: true }
  try {
    const lines: string[][] = parse(text, options)
    const widths = lines.map(({ length }) => length)
    const first = widths[0] ?? 0
    return first > 1 ? widths.filter((width) => width === first).length * 1000 + first : 0
  } catch {
    // A quote that the excerpt cuts open says nothing about the rest.
    return 0
  }
}
