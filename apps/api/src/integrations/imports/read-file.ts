import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Invalid } from '../../http/index.js'
import type { Encoding, Reading } from './import.js'
import { sniffDelimiter, sniffEncoding } from './sniff-file.js'

export const mostRows = 100_000
const mostColumns = 200
const longestRow = 200_000
const sampleRows = 5
const longestSample = 200
const excerpt = 64 * 1024

/** A row and the line it stands on. */
export interface FileRow {
  readonly line: number
  readonly fields: readonly string[]
}

/** Reads a local file from its first byte to its last and says how. Throws Invalid with what is wrong with it, and where. */
export async function readFile(path: string): Promise<{ readonly reading: Reading; readonly rows: number }> {
  const start = await firstBytes(path)
  if (start.length === 0) throw refused('imports:empty')
  const sniffed = sniffEncoding(start)
  const encoding = sniffed === 'utf-8' && !(await isUtf8(path)) ? 'windows-1252' : sniffed
  const delimiter = sniffDelimiter(new TextDecoder(encoding).decode(start, { stream: true }))
  const rows = rowsOf(createReadStream(path), { encoding, delimiter })
  return describe(rows, { encoding, delimiter })
}

/** The rows of a file one by one, the header first. Throws Invalid as soon as there are too many, or a quote is left open. */
export async function* rowsOf(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, delimiter }: Pick<Reading, 'encoding' | 'delimiter'>,
): AsyncGenerator<FileRow, void> {
  const parser = parse({ delimiter, bom: true, relaxColumnCount: true, skipEmptyLines: true, maxRecordSize: longestRow, info: true })
  const lines = Readable.from(decoded(bytes, encoding)).compose(parser) as AsyncIterable<{ record: string[]; info: { lines: number } }>
  let rows = -1
  try {
    for await (const { record, info } of lines) {
      rows += 1
      if (rows > mostRows) throw refused('imports:tooManyRows', { max: mostRows })
      if (record.length > mostColumns) throw refused('imports:tooManyColumns', { max: mostColumns, line: info.lines })
      yield { line: info.lines, fields: record }
    }
  } catch (error) {
    if (error instanceof CsvError) throw refused('imports:broken', { line: Number(error.lines ?? rows + 1) })
    throw error
  }
}

async function describe(
  rows: AsyncIterable<FileRow>,
  how: Pick<Reading, 'encoding' | 'delimiter'>,
): Promise<{ readonly reading: Reading; readonly rows: number }> {
  let columns: string[] | undefined
  const sample: string[][] = []
  let count = 0
  for await (const { fields } of rows) {
    if (columns === undefined) columns = fields.map((field) => shortened(field.trim()))
    else {
      count += 1
      if (sample.length < sampleRows) sample.push(fields.slice(0, columns.length).map(shortened))
    }
  }
  if (columns === undefined || count === 0) throw refused('imports:empty')
  return { reading: { ...how, columns, sample }, rows: count }
}

async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string, void> {
  const text = new TextDecoder(encoding)
  for await (const piece of bytes) {
    const part = text.decode(piece, { stream: true })
    // Utf-16 can hold it, and PostgreSQL cannot.
    if (part !== '') yield part.replaceAll('\0', '')
  }
  const rest = text.decode()
  if (rest !== '') yield rest
}

async function isUtf8(path: string): Promise<boolean> {
  const text = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of createReadStream(path)) text.decode(piece as Buffer, { stream: true })
    text.decode()
    return true
  } catch {
    return false
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(excerpt), 0, excerpt, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function shortened(text: string): string {
  return text.length > longestSample ? `${text.slice(0, longestSample).toWellFormed()}…` : text
}

function refused(code: string, values = {}): Invalid {
  return new Invalid([{ path: 'file', code, values }])
}
