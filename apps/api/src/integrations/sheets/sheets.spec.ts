import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readCsv, readXlsx } from '../../../../../test/support/read-sheet.js'
import type { Cell } from './cell.js'
import { csvText } from './csv-text.js'
import { xlsxArchive } from './xlsx-archive.js'

const at = new Date('2027-05-01T10:00:00Z')

async function* pieces(...rows: readonly (readonly (readonly Cell[])[])[]): AsyncGenerator<readonly (readonly Cell[])[], void> {
  yield* rows
}

async function collected<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const value of values) all.push(value)
  return all
}

async function csv(header: string[], rows: readonly (readonly Cell[])[]): Promise<string[][]> {
  return readCsv(Buffer.from((await collected(csvText(header, pieces(rows)))).join('')))
}

async function xlsx(header: string[], rows: readonly (readonly Cell[])[], limit?: number) {
  return readXlsx(Buffer.concat(await collected(xlsxArchive('List', header, pieces(rows), at, limit))))
}

const hostile = [
  '=1+1',
  '+49 30',
  '-2+3',
  '@SUM(A1)',
  '\tx',
  ' =cmd',
  '＝1',
  'a"b',
  'a,b',
  'a;b',
  'line\nbreak',
  "'quoted",
  '<b>&amp;</b>',
  '',
]

describe('a sheet as CSV', () => {
  test('comes back from another reader as it went in, and no field begins like a formula', async () => {
    const [header, ...rows] = await csv(
      ['a', '=b'],
      hostile.map((text) => [text, 7]),
    )
    expect(header).toEqual(['a', "'=b"])
    expect(rows.map(([text]) => text?.replace(/^'(?=\s*[=+\-@\t\uFF1D])/, ''))).toEqual(hostile)
    expect(rows.flat().filter((text) => /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text))).toEqual([])
  })

  test('leaves numbers as they are', async () => {
    expect(await csv(['n'], [[-5], [1.25], [null]])).toEqual([['n'], ['-5'], ['1.25'], ['']])
  })
})

describe('a sheet as a workbook', () => {
  test('holds texts as texts and numbers as numbers', async () => {
    const rows = hostile.map((text) => [text, -1.5, null])
    const { List = [] } = await xlsx(['text', 'number', 'nothing'], rows)
    expect(List[0]).toEqual(['text', 'number', 'nothing'])
    expect(List.slice(1)).toEqual(rows.map(([text]) => [text === '' ? null : text, -1.5, null]))
  })

  test('goes on with another sheet when one is full', async () => {
    const rows = Array.from({ length: 7 }, (_, index) => [index])
    expect(await xlsx(['n'], rows, 4)).toEqual({
      List: [['n'], [0], [1], [2]],
      'List 2': [['n'], [3], [4], [5]],
      'List 3': [['n'], [6]],
    })
  })

  test('has one sheet with its header when there are no rows', async () => {
    expect(await xlsx(['n'], [])).toEqual({ List: [['n']] })
  })

  test('shortens a text that no field can hold', async () => {
    const { List = [] } = await xlsx(['t'], [['x'.repeat(40_000)]])
    expect(String(List[1]?.[0])).toHaveLength(32_767)
  })
})

test('whatever people write, other readers find it in both', async () => {
  // What XML cannot say is left out, and line ends of CSV are its own.
  const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((written) => written.replace(/[\u0000-\u001f\ufffe\uffff]/g, ''))
  const table = fc.array(fc.tuple(text, text), { minLength: 20, maxLength: 80 })
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const found = await csv(['a', 'b'], rows)
      const unmarked = (one: string) => one.replace(/^'(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/, '')
      expect(found.slice(1).map((row) => row.map(unmarked))).toEqual(rows.map((row) => row.map(unmarked)))
      const { List = [] } = await xlsx(['a', 'b'], rows)
      expect(List.slice(1)).toEqual(rows.map((row) => row.map((one) => (one === '' ? null : one))))
    }),
    { numRuns: 5 },
  )
})
