import type { Cell, Rows } from './cell.js'

/** Tells spreadsheets that the text is UTF-8; without it they read names wrong. */
const byteOrderMark = '\uFEFF'
/** The full-width forms are read as the signs that they look like. */
const formulaLike = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/**
 * A sheet as CSV (RFC 4180, in UTF-8), piece by piece. A field that a spreadsheet would run as a formula gets a ' in front of it, which
 * spreadsheets do not show; numbers are left alone.
 */
export async function* csvText(header: readonly string[], rows: Rows): AsyncGenerator<string, void> {
  yield byteOrderMark + lines([header])
  for await (const piece of rows) yield lines(piece)
}

function lines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(field).join(',') || '""'}\r\n`).join('')
}

function field(cell: Cell): string {
  if (typeof cell !== 'string') return String(cell ?? '')
  const text = formulaLike.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
