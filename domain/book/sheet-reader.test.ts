import { describe, expect, it } from 'vitest'
import type { BookIssue } from '../error.ts'
import { GENERAL } from './number-format.ts'
import type { RawCell, RawRow } from './raw-cell.ts'
import { SheetReader } from './sheet-reader.ts'
import type { SheetKey } from './sheets.ts'

type Typed = string | number | undefined

const cells = (row: readonly Typed[]): RawRow =>
  row.map((cell): RawCell | undefined => {
    if (cell === undefined) return undefined
    if (typeof cell === 'string') return { kind: 'text', text: cell }
    return { kind: 'number', value: cell, format: GENERAL }
  })

function read(
  key: SheetKey,
  rows: Readonly<Record<number, readonly Typed[]>>,
  merges: readonly number[][] = [],
) {
  const issues: BookIssue[] = []
  const reader = new SheetReader(key, 'Лист', (issue) => issues.push(issue))
  for (const [row, typed] of Object.entries(rows)) reader.add(Number(row), cells(typed))
  for (const [firstRow = 0, lastRow = 0, firstColumn = 0, lastColumn = 0] of merges) {
    reader.addMerge({ reference: 'A1:B2', firstRow, lastRow, firstColumn, lastColumn })
  }
  return { ...reader.end(), issues, said: issues.map(({ row, column, code }) => [row, column, code]) }
}

const HEADINGS = ['Дата', 'Артикул', 'Цена']

describe('a sheet', () => {
  it('is read under titles, with empty rows and totals left out, by the rows of Excel', () => {
    const { rows, issues, columns } = read('repricings', {
      1: ['Переоценка: ассоциация ОСОП, 2026 год'],
      2: [],
      3: ['Цена, сом', 'дата', undefined, 'Арт.'],
      4: [120, '01.03.2026', undefined, '001-1'],
      6: [undefined, ' ', undefined, ''],
      7: ['1 250,50', 46_083, undefined, '007'],
      8: ['Итого', undefined, undefined, undefined],
      9: [undefined, 'Всего:', undefined, '5'],
    })
    expect(issues).toEqual([])
    expect(rows).toEqual([
      { row: 4, values: { price: 12_000, date: '2026-03-01', article: '001-1' } },
      { row: 7, values: { price: 125_050, date: '2026-03-02', article: '007' } },
    ])
    expect(columns.map(({ column, field }) => [column, field])).toEqual([
      [0, 'price'],
      [1, 'date'],
      [3, 'article'],
    ])
  })

  it('tells every problem at once and leaves the rows with errors out', () => {
    const { rows, issues, said } = read('repricings', {
      1: [...HEADINGS, 'Кто решил', 'Артикул'],
      2: ['вчера', undefined, 'дорого'],
      3: ['01.03.2026', '007', 1.005],
      4: ['01.03.2026', '008', 1],
    })
    expect(said).toEqual([
      [1, 'E', 'column_repeated'],
      [1, 'D', 'column_skipped'],
      [2, 'A', 'not_a_date'],
      [2, 'B', 'cell_missing'],
      [2, 'C', 'not_a_number'],
      [3, 'C', 'digits_lost'],
    ])
    expect(issues[2]).toEqual({
      severity: 'error',
      code: 'not_a_date',
      data: { heading: 'Дата' },
      sheet: 'Лист',
      row: 2,
      column: 'A',
      heading: 'Дата',
      cell: 'вчера',
    })
    expect(issues[5]).toMatchObject({ severity: 'warning', cell: '1,005' })
    expect(rows.map(({ row }) => row)).toEqual([3, 4])
  })

  it('says which headings are missing, by the row that has the most of them', () => {
    const { issues, rows } = read('repricings', {
      1: ['Переоценка'],
      2: ['Дата', 'Артикул', 'Сколько'],
      3: ['01.03.2026', '007', 5],
    })
    expect(rows).toEqual([])
    expect(issues).toEqual([
      {
        severity: 'error',
        code: 'sheet_without_headings',
        data: { sheet: 'Переоценка', missing: 'Цена' },
        sheet: 'Лист',
      },
    ])
  })

  it('is absent when it is empty, and has no rows when it holds headings alone', () => {
    expect(read('repricings', {})).toMatchObject({ rows: [], issues: [] })
    expect(read('repricings', { 1: [undefined, ' '] })).toMatchObject({ rows: [], issues: [] })
    expect(read('repricings', { 1: HEADINGS })).toMatchObject({ rows: [], issues: [] })
  })

  it('passes over rows that say nothing in the columns it reads', () => {
    const { rows, said } = read('repricings', {
      1: ['№ п/п', ...HEADINGS],
      2: [1, '01.03.2026', '007', 5],
      3: [2],
    })
    expect(rows).toHaveLength(1)
    expect(said).toEqual([[1, 'A', 'column_skipped']])
  })
})

describe('merged cells', () => {
  const rows = {
    1: ['Переоценка'],
    2: HEADINGS,
    4: ['01.03.2026', '007', 5],
    5: ['01.03.2026', '008', 5],
    9: ['01.03.2026', '009', 5],
    10: ['Итого'],
  }

  it.each([
    ['a title', [1, 1, 0, 2]],
    ['headings', [1, 2, 0, 2]],
    ['cells beside each other', [4, 4, 0, 2]],
    ['one row of data and empty ones', [5, 8, 0, 0]],
    ['a line of totals', [10, 12, 0, 2]],
    ['a column that is not read', [4, 5, 3, 16_000]],
    ['rows under the last', [11, 1_048_576, 0, 16_383]],
  ])('are all right over %s', (_, merge) => {
    expect(read('repricings', rows, [merge]).issues).toEqual([])
  })

  it.each([
    ['two rows', [4, 5, 0, 0]],
    ['all of them', [3, 1_048_576, 0, 16_383]],
    ['the last two', [5, 9, 2, 2]],
  ])('are refused over data: %s', (_, merge) => {
    expect(read('repricings', rows, [merge]).issues).toMatchObject([
      { severity: 'error', code: 'cells_merged', data: { cells: 'A1:B2' } },
    ])
  })
})
