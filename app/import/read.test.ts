import { describe, expect, it } from 'vitest'
import { rowsOf, type WorkbookParts, workbookOf } from '../../tests/fixtures/workbook.ts'
import { readBook } from './read.ts'

const HEADINGS = ['Дата', 'Артикул', 'Цена']
const LINE = ['01.03.2026', '007', 5]
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const read = (book: WorkbookParts) => readBook([{ name: 'Книга.xlsx', bytes: workbookOf(book) }])

async function readPrices(book: Omit<WorkbookParts, 'sheets'>, rows: string) {
  const { book: read, issues } = await readBook([
    { name: 'Книга.xlsx', bytes: workbookOf({ ...book, sheets: { Переоценка: rows } }) },
  ])
  return {
    rows: read.repricings.map(({ row, values }) => [row, values]),
    codes: issues.map(({ code }) => code),
  }
}

const cell = (reference: string, content: string, attributes = '') =>
  `<c r="${reference}"${attributes}>${content}</c>`

describe('cells of a workbook', () => {
  it('come from shared strings, rich text, inline text and formulas', async () => {
    const strings = HEADINGS.map((heading) => `<si><t>${heading}</t></si>`).join('')
    const rich =
      '<si><r><t>0</t></r><r><rPr><b/></rPr><t xml:space="preserve">07 </t></r><rPh><t>НЕТ</t></rPh></si>'
    const { rows, codes } = await readPrices(
      { strings: `${strings}${rich}`, formats: ['dd.mm.yyyy', '000'] },
      `<row r="2">${[0, 1, 2].map((index) => cell(`${'ABC'.charAt(index)}2`, `<v>${index}</v>`, ' t="s"')).join('')}</row>
       <row r="3">${cell('A3', '<v>46082</v>', ' s="1"')}${cell('B3', '<v>3</v>', ' t="s"')}${cell('C3', '<f>A1*2</f><v>2.5</v>')}</row>
       <row r="4">${cell('A4', '<v>2026-03-02T00:00:00</v>', ' t="d"')}${cell('B4', '<v>7</v>', ' s="2"')}${cell('C4', '<f>"5"</f><v>5</v>', ' t="str"')}</row>
       <row>${cell('A5', '<v>46083</v>')}<c t="inlineStr"><is><r><t>В</t></r><r><t>1</t></r></is></c><c><v>7</v></c></row>`,
    )
    expect(codes).toEqual([])
    expect(rows).toEqual([
      [3, { date: '2026-03-01', article: '007', price: 250 }],
      [4, { date: '2026-03-02', article: '007', price: 500 }],
      [5, { date: '2026-03-02', article: 'В1', price: 700 }],
    ])
  })

  it('count by the stored result: without one, or with an error, they are refused', async () => {
    const { codes } = await readPrices(
      {},
      `${rowsOf(HEADINGS)}<row r="2">${cell('A2', '<f>TODAY()</f>')}${cell('B2', '<f>X1</f><v></v>')}${cell('C2', '<f>1/0</f><v>#DIV/0!</v>', ' t="e"')}</row>`,
    )
    expect(codes).toEqual(['formula_without_result', 'formula_without_result', 'cell_error'])
  })

  it('are empty where a formula gives an empty text', async () => {
    const empty = ['A', 'B', 'C'].map((column) => cell(`${column}3`, '<f>""</f><v></v>', ' t="str"')).join('')
    const { rows, codes } = await readPrices({}, `${rowsOf(HEADINGS, LINE)}<row r="3">${empty}</row>`)
    expect([rows.length, codes]).toEqual([1, []])
  })

  it('count days from 1904 where the workbook does', async () => {
    const { rows } = await readPrices(
      { date1904: true, formats: ['dd.mm.yyyy'] },
      `${rowsOf(HEADINGS)}<row r="2">${cell('A2', '<v>44620</v>', ' s="1"')}${cell('B2', '<v>7</v>')}${cell('C2', '<v>1</v>')}</row>`,
    )
    expect(rows).toEqual([[2, { date: '2026-03-01', article: '7', price: 100 }]])
  })

  it('are the same under a prefix of their own', async () => {
    const rows = rowsOf(HEADINGS, LINE)
      .replaceAll('</', '</x:')
      .replace(/<(?=\w)/g, '<x:')
    const sheet = `<x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData></x:worksheet>`
    expect(await readPrices({}, sheet)).toEqual({
      rows: [[2, { date: '2026-03-01', article: '007', price: 500 }]],
      codes: [],
    })
  })

  it('are read from UTF-16 too, and put back what Excel escapes', async () => {
    const xml = `<worksheet><sheetData>${rowsOf(HEADINGS, ['01.03.2026', 'A_x0041_\u200b', 5])}</sheetData></worksheet>`
    const utf16 = Buffer.from(`\ufeff${xml}`, 'utf16le')
    const { rows } = await readPrices({ parts: { 'xl/worksheets/sheet1.xml': utf16 } }, '')
    expect(rows).toEqual([[2, { date: '2026-03-01', article: 'AA', price: 500 }]])
  })

  it('are refused when they are merged over rows of data', async () => {
    const sheet = `<worksheet><sheetData>${rowsOf(HEADINGS, LINE, LINE)}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>`
    expect((await readPrices({}, sheet)).codes).toEqual(['cells_merged'])
  })
})

describe('a book', () => {
  it('is read in any order of sheets; unknown and repeated ones are told', async () => {
    const { book, issues, sheets, skipped } = await read({
      sheets: {
        Заметки: rowsOf(['позвонить']),
        'ПЕРЕОЦЕНКА ': rowsOf(HEADINGS, LINE),
        Партнеры: rowsOf(['Код', 'Наименование'], ['КМЦ', 'КМЦ «Дайры»']),
        переоценка: rowsOf(HEADINGS, LINE),
      },
    })
    expect(skipped).toEqual(['Заметки'])
    expect(issues.map(({ code, severity, sheet }) => [code, severity, sheet])).toEqual([
      ['sheet_skipped', 'warning', 'Заметки'],
      ['sheet_repeated', 'error', 'переоценка'],
    ])
    expect(book.partners).toEqual([{ row: 2, values: { code: 'КМЦ', name: 'КМЦ «Дайры»' } }])
    expect(sheets.map(({ sheet, key, rows }) => [sheet, key, rows])).toEqual([
      ['ПЕРЕОЦЕНКА ', 'repricings', 1],
      ['Партнеры', 'partners', 1],
    ])
  })

  it('may be several files: rows follow in their order, and issues name the file', async () => {
    const { book, issues } = await readBook([
      { name: 'март.xlsx', bytes: workbookOf({ sheets: { Переоценка: rowsOf(HEADINGS, LINE) } }) },
      {
        name: 'C:\\Учёт\\Переоценка.csv',
        bytes: bytes('Дата;Артикул;Цена\n02.03.2026;008;12,5\nвчера;009;1'),
      },
      { name: 'пустая.xlsx', bytes: workbookOf({ sheets: { Переоценка: rowsOf(HEADINGS) } }) },
    ])
    expect(book.repricings).toMatchObject([
      { file: 'март.xlsx', row: 2, values: { article: '007' } },
      { file: 'C:\\Учёт\\Переоценка.csv', row: 2, values: { article: '008', price: 1250 } },
    ])
    expect(issues.map(({ file, row, code }) => [file, row, code])).toEqual([
      ['C:\\Учёт\\Переоценка.csv', 3, 'not_a_date'],
      ['пустая.xlsx', undefined, 'book_empty'],
    ])
  })

  it('is refused when it gives nothing at all', async () => {
    expect((await read({ sheets: { Заметки: '' } })).issues.map(({ code }) => code)).toEqual([
      'sheet_skipped',
      'book_empty',
    ])
    expect((await readBook([])).issues.map(({ code }) => code)).toEqual(['book_empty'])
    expect(
      (await readBook([{ name: 'Продажи.csv', bytes: bytes('') }])).issues.map(({ code }) => code),
    ).toEqual(['book_empty'])
  })

  it('tells no more than ten thousand problems, and how many more there are', async () => {
    const lines = Array.from({ length: 10_004 }, () => 'вчера;007;5')
    const { issues } = await readBook([
      { name: 'Переоценка.csv', bytes: bytes(['Дата;Артикул;Цена', ...lines].join('\n')) },
    ])
    expect(issues).toHaveLength(10_001)
    expect(issues.at(-1)).toEqual({ severity: 'error', code: 'issues_cut', data: { count: 4 } })
  })
})
