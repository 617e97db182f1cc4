import { runPython } from './python.js'

/** The rows of a CSV file, as Python's own reader finds them. */
export function readCsv(bytes: Uint8Array): string[][] {
  return read('csv', bytes) as string[][]
}

/** The sheets of a workbook by their names, as Python's own readers of archives and XML find them; a formula in it is an error. */
export function readXlsx(bytes: Uint8Array): Record<string, (string | number | null)[][]> {
  return read('xlsx', bytes) as Record<string, (string | number | null)[][]>
}

function read(format: string, bytes: Uint8Array): unknown {
  const { status, output, errors } = runPython('test/support/read_sheet.py', [format], Buffer.from(bytes).toString('base64'))
  if (status !== 0) throw new Error(`Python cannot read this ${format}:\n${errors}`)
  return JSON.parse(output)
}
