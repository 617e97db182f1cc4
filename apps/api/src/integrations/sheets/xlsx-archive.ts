import { type ZipSource, zipStream } from '../../files/index.js'
import type { Cell, Rows } from './cell.js'

/** The most rows of one sheet (ECMA-376); what is more goes on a second one. */
export const rowsPerSheet = 1_048_576
/** The most characters of one field; spreadsheets call a file broken that has more. */
const longestText = 32_767

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * A workbook (Office Open XML, ECMA-376) as an archive, piece by piece. Every text is a text: nothing in it can be run as a formula.
 * The header stands on top of each sheet and stays there while one scrolls.
 *
 * @param sheetName at most 25 characters, so that a number fits behind it.
 * @param limit rows on one sheet, with the header.
 */
export function xlsxArchive(
  sheetName: string,
  header: readonly string[],
  rows: Rows,
  at: Date,
  limit = rowsPerSheet,
): AsyncGenerator<Uint8Array, void> {
  return zipStream(parts(sheetName, header, rows, limit), at)
}

async function* parts(sheetName: string, header: readonly string[], rows: Rows, limit: number): AsyncGenerator<ZipSource, void> {
  const left = new RowsLeft(rows)
  let sheets = 0
  do {
    sheets += 1
    yield { name: `xl/worksheets/sheet${sheets}.xml`, pieces: sheet(header, left, limit - 1), content: 'text' }
  } while (await left.any())
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1)
  const text = (name: string, content: string): ZipSource => ({ name, pieces: [declaration + content], content: 'text' })
  yield text('xl/workbook.xml', workbook(sheetName, numbers))
  yield text('xl/_rels/workbook.xml.rels', workbookRelations(numbers))
  yield text('xl/styles.xml', styles)
  yield text('_rels/.rels', relationship([['rId1', 'officeDocument', 'xl/workbook.xml']]))
  yield text('[Content_Types].xml', contentTypes(numbers))
}

/** Hands rows out a sheet at a time. */
class RowsLeft {
  readonly #pieces: AsyncIterator<readonly (readonly Cell[])[]>
  #rest: readonly (readonly Cell[])[] = []

  constructor(rows: Rows) {
    this.#pieces = rows[Symbol.asyncIterator]()
  }

  /** Whether there is another row. */
  async any(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const next = await this.#pieces.next()
      if (next.done) return false
      this.#rest = next.value
    }
    return true
  }

  /** The next rows, at most so many and at least one; undefined at the end. */
  async take(most: number): Promise<readonly (readonly Cell[])[] | undefined> {
    if (!(await this.any())) return undefined
    const taken = this.#rest.slice(0, most)
    this.#rest = this.#rest.slice(most)
    return taken
  }
}

async function* sheet(header: readonly string[], left: RowsLeft, limit: number): AsyncGenerator<string, void> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="${header.length}" width="22" customWidth="1"/></cols><sheetData>`
  yield `<row>${header.map((text) => textCell(text, ' s="1"')).join('')}</row>`
  let room = limit
  while (room > 0) {
    const piece = await left.take(room)
    if (piece === undefined) break
    room -= piece.length
    yield piece.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')
  }
  yield '</sheetData></worksheet>'
}

function cell(value: Cell): string {
  if (value === null || value === '') return '<c/>'
  return typeof value === 'number' ? `<c><v>${value}</v></c>` : textCell(value, '')
}

function textCell(text: string, style: string): string {
  return `<c t="inlineStr"${style}><is><t xml:space="preserve">${escapeXml(shortened(text))}</t></is></c>`
}

function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText - 1).toWellFormed()}…` : text
}

/** XML 1.0 has no place for most control characters, and none for halves of characters. */
function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: leaving them out is the point
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\r', '&#13;')
  )
}

function workbook(name: string, numbers: readonly number[]): string {
  const titled = (number: number) => (number === 1 ? name : `${name} ${number}`).replace(/[[\]:*?/\\]/g, ' ')
  const sheets = numbers.map((number) => `<sheet name="${escapeXml(titled(number))}" sheetId="${number}" r:id="rId${number}"/>`).join('')
  return `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets}</sheets></workbook>`
}

function workbookRelations(numbers: readonly number[]): string {
  const sheets = numbers.map((number) => [`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`] as const)
  return relationship([...sheets, ['rIdStyles', 'styles', 'styles.xml']])
}

function relationship(targets: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = targets.map(([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`)
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}

/** Style 0 is plain, style 1 is the bold of the header. */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`

function contentTypes(numbers: readonly number[]): string {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const sheets = numbers.map(
    (number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  )
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${sheets.join('')}</Types>`
}
