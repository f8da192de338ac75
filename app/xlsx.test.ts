import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { templateWorkbook } from '../domain/book/template.ts'
import { cell, code, date, money, quantity, rate, text, textCell } from '../domain/reports/content.ts'
import { countWorkbook } from '../domain/reports/count.ts'
import { salesWorkbook } from '../domain/reports/sales.ts'
import { settlementWorkbook } from '../domain/reports/settlement.ts'
import type { Cell, Sheet, Workbook } from '../domain/reports/sheet.ts'
import { sheetNames } from '../domain/reports/sheet-name.ts'
import { statementWorkbook } from '../domain/reports/statement.ts'
import { stockWorkbook } from '../domain/reports/stock.ts'
import { evaluate } from '../tests/fixtures/formula.ts'
import { monthReport } from '../tests/fixtures/month-report.ts'
import { salesReport, statementReport, stockReport } from '../tests/fixtures/other-reports.ts'
import { drawWorkbook } from './xlsx.ts'

const created = '2026-10-01T06:00:00.000Z'
const draw = (workbook: Workbook): Promise<Uint8Array> => drawWorkbook(workbook, { created })

function one(cells: readonly Cell[], change: Partial<Sheet> = {}): Workbook {
  const page = { orientation: 'portrait', footer: { left: '', right: '' } } as const
  const columns = cells.map(() => ({ width: 12 }))
  return {
    title: 'Проба',
    author: 'Проба',
    sheets: [{ name: 'Лист', columns, rows: [{ cells }], page, ...change }],
  }
}

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer)
  return book
}

async function drawnCells(workbook: Workbook): Promise<ExcelJS.Row> {
  return (await open(await draw(workbook))).worksheets[0]?.getRow(1) as ExcelJS.Row
}

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))

/** What a cell of the model must hold in the file. */
function expected({ format, value }: Cell): unknown {
  if (value === null || value === '') return null
  if (format === 'date') return `${value}T00:00:00.000Z`
  if (typeof value === 'string') return value
  return (
    value / { money: 100, quantity: 1000, rate: 10_000, points: 100, integer: 1, text: 1, code: 1 }[format]
  )
}

/** A result of zero is lost in `value`, but not in `result`. */
function actual({ value, formula, result }: ExcelJS.Cell): unknown {
  if (value instanceof Date) return value.toISOString()
  return (formula ? result : value) ?? null
}

const report = monthReport({ producers: 12, lines: 20 })
const workbooks: [string, Workbook][] = [
  ['settlement', settlementWorkbook(report)],
  ['settlement of 300 lines', settlementWorkbook(monthReport({ producers: 1, lines: 600, seed: 9 }))],
  ['settlement of one line', settlementWorkbook(monthReport({ producers: 1, lines: 1 }))],
  ['settlement of nobody', settlementWorkbook(monthReport({ producers: 0, lines: 0 }))],
  ['stock by lot', stockWorkbook(stockReport(report))],
  ['stock by product', stockWorkbook(stockReport(report, 'product'))],
  ['stock by producer', stockWorkbook(stockReport(report, 'producer'))],
  ['no stock', stockWorkbook({ ...stockReport(report), rows: [] })],
  ['count sheet', countWorkbook(stockReport(report))],
  ['count sheet of nothing', countWorkbook({ ...stockReport(report), rows: [] })],
  ['statement', statementWorkbook(statementReport(report, 2))],
  [
    'statement of a debt',
    statementWorkbook({ ...statementReport(report), lines: [], opening: -5, closing: -5, credit: 0 }),
  ],
  ['sales by producer', salesWorkbook(salesReport(report))],
  ['sales by product', salesWorkbook(salesReport(report, 'product'))],
  ['sales by day', salesWorkbook(salesReport(report, 'day'))],
  ['no sales', salesWorkbook({ ...salesReport(report), rows: [] })],
  ['template', templateWorkbook()],
]

test.each(workbooks)(
  '%s: every cell reads back, and every formula gives its stored result',
  async (_, workbook) => {
    const book = await open(await draw(workbook))
    expect(book.worksheets.map(({ name }) => name)).toEqual(
      sheetNames(workbook.sheets.map(({ name }) => name)),
    )
    for (const [index, sheet] of workbook.sheets.entries()) {
      const drawn = book.worksheets[index] as ExcelJS.Worksheet
      const read = (address: string): number | string => {
        const value = actual(drawn.getCell(address))
        return typeof value === 'number' ? value : String(value ?? '')
      }
      for (const [row, { cells }] of sheet.rows.entries()) {
        let column = 1
        for (const each of cells) {
          const target = drawn.getCell(row + 1, column)
          const at = `${sheet.name}!${target.address}`
          expect([at, actual(target)]).toEqual([at, expected(each)])
          if (target.formula)
            expect([at, same(evaluate(target.formula, read), actual(target))]).toEqual([at, true])
          column += each.span ?? 1
        }
      }
    }
  },
)

/** Sums of som are binary fractions: equal to far less than a tyiyn. */
function same(value: number | string, stored: unknown): boolean {
  return typeof value === 'number' ? Math.abs(value - Number(stored)) < 1e-6 : value === stored
}

test('equal models give equal bytes, whenever and in whatever zone they are drawn', async () => {
  const zone = process.env.TZ
  const first = await draw(settlementWorkbook(report))
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-01-31T22:00:00.000Z') })
  process.env.TZ = 'Asia/Bishkek'
  const second = await draw(settlementWorkbook(report))
  process.env.TZ = 'America/New_York'
  const third = await draw(settlementWorkbook(report))
  vi.useRealTimers()
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
  expect(Buffer.compare(first, second)).toBe(0)
  expect(Buffer.compare(first, third)).toBe(0)
})

test('text never becomes a formula', async () => {
  const payloads = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '=HYPERLINK("http://a.example","щёлкни")',
    "=cmd|' /C calc'!A0",
  ]
  const row = await drawnCells(
    one(payloads.flatMap((payload) => [textCell(payload, 'text'), cell(code(payload), 'body')])),
  )
  payloads.forEach((payload, index) => {
    for (const column of [index * 2 + 1, index * 2 + 2]) {
      expect(row.getCell(column).type).toBe(ExcelJS.ValueType.String)
      expect(row.getCell(column).value).toBe(payload)
    }
  })
})

test.each([
  ['control characters are left out', 'a\u0000b\u001fc\u007fd', 'abcd'],
  ['lines end in one way', 'a\r\nb\rc', 'a\nb\nc'],
  ['halves of surrogate pairs become the replacement sign', 'a\ud83db', 'a\ufffdb'],
  ['non-characters are left out', 'a\ufffeb\uffffc', 'abc'],
  ['letters in code stay as they were typed', '_x0041_ _x005F_', '_x0041_ _x005F_'],
  ['marks of the language stay', '  <&>"\' ]]> Өндүрүүчү 😀 ', '  <&>"\' ]]> Өндүрүүчү 😀 '],
])('%s', async (_, typed, kept) => {
  const row = await drawnCells(one([textCell(typed, 'text')]))
  expect(row.getCell(1).value).toBe(kept)
})

test('a text longer than a cell holds is cut', async () => {
  const row = await drawnCells(one([textCell(`${'я'.repeat(32_766)}😀`, 'text')]))
  expect(String(row.getCell(1).value)).toHaveLength(32_766)
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 0.5])('%d is refused', async (value) => {
  await expect(draw(one([cell(money(value), 'body')]))).rejects.toThrow(/amount_too_large|not_whole/)
})

test('dates are the days they are, in any zone', async () => {
  const row = await drawnCells(one([cell(date('2026-02-28'), 'body'), cell(date('1900-03-01'), 'body')]))
  expect(row.getCell(1).value).toEqual(new Date('2026-02-28T00:00:00.000Z'))
  expect(row.getCell(2).value).toEqual(new Date('1900-03-01T00:00:00.000Z'))
  expect(row.getCell(1).numFmt).toBe('dd.mm.yyyy')
})

test('numbers show the digits they have', async () => {
  const contents = [
    money(123_450),
    quantity(1000),
    quantity(1_500),
    quantity(1_234),
    rate(1500),
    rate(1550),
    rate(1255),
  ]
  const row = await drawnCells(
    one([...contents.map((each) => cell(each, 'body')), cell(text('007'), 'body')]),
  )
  const formats = contents.map((_, index) => row.getCell(index + 1).numFmt)
  expect(formats).toEqual(['#,##0.00', '#,##0', '#,##0.0', '#,##0.000', '0%', '0.0%', '0.00%'])
})

test('the largest amounts are the nearest number of som', async () => {
  const row = await drawnCells(one([cell(money(Number.MAX_SAFE_INTEGER), 'body'), cell(money(-1), 'body')]))
  expect(row.getCell(1).value).toBe(90_071_992_547_409.91)
  expect(row.getCell(2).value).toBe(-0.01)
})

test('the page is set up: A4, width fitted, print area, repeated rows, breaks, page numbers', async () => {
  const parts = partsOf(await draw(settlementWorkbook(monthReport({ producers: 1, lines: 300, seed: 3 }))))
  const found = (part: string, tag: RegExp): string[] =>
    [...(parts[part] ?? '').matchAll(tag)].map(([all]) => all)
  const names = found('xl/workbook.xml', /_xlnm[^<]*/g)
  expect(names[0]).toMatch(/^_xlnm.Print_Area" localSheetId="0">&apos;Сводная&apos;!\$A\$1:\$O\$\d+$/)
  expect(names.at(-1)).toMatch(/^_xlnm.Print_Titles" localSheetId="4">&apos;001&apos;!\$(\d+):\$\1$/)
  expect(found('xl/workbook.xml', /<calcPr[^>]*>/g)[0]).toContain('fullCalcOnLoad="1"')
  const sheet = 'xl/worksheets/sheet5.xml'
  expect(found(sheet, /<pageSetUpPr[^>]*>/g)).toEqual(['<pageSetUpPr fitToPage="1"/>'])
  expect(found(sheet, /<pageSetup [^>]*>/g)[0]).toMatch(
    /paperSize="9" orientation="portrait".* fitToWidth="1" fitToHeight="0"/,
  )
  expect(found(sheet, /<brk[^>]*>/g)[0]).toMatch(/^<brk id="\d+" max="16383" man="1"\/>$/)
  expect(found(sheet, /<oddFooter>.*<\/oddFooter>/g)[0]).toContain('&amp;R&amp;8 Страница &amp;P из &amp;N')
})

test('a footer says what it is told, whatever it holds', async () => {
  const left = `7 «A&B» ${'&'.repeat(400)}`
  const parts = partsOf(
    await draw(
      one([textCell('a', 'text')], { page: { orientation: 'portrait', footer: { left, right: '{page}' } } }),
    ),
  )
  const [, footer = ''] = /<oddFooter>(.*)<\/oddFooter>/.exec(parts['xl/worksheets/sheet1.xml'] ?? '') ?? []
  const said = footer.replaceAll('&amp;', '&')
  expect(said.length).toBeLessThanOrEqual(255)
  expect(said).toMatch(/^&L&8 7 «A&&B» (&&)+&R&8 &P$/)
})

test('hostile names of sheets are cleaned in the file', async () => {
  const workbook = one([textCell('a', 'text')])
  const sheets = ["'О’Кей'", 'a/b:c', 'A/B:C', ''].map((name) => ({ ...(workbook.sheets[0] as Sheet), name }))
  const book = await open(await draw({ ...workbook, sheets }))
  expect(book.worksheets.map(({ name }) => name)).toEqual(['’О’Кей’', 'a-b-c', 'A-B-C (2)', 'Лист'])
})

test('the template offers words and says what goes where', async () => {
  const book = await open(await draw(templateWorkbook()))
  expect(book.worksheets[0]?.name).toBe('Как заполнять')
  const places = book.getWorksheet('Места')
  expect(places?.getCell('C1').note).toBe('Обязательно. Что это за место: выберите из списка.')
  expect(places?.getCell('C2').dataValidation).toMatchObject({
    type: 'list',
    formulae: ['"магазин,склад,ярмарка,отель,другое"'],
  })
  expect(places?.getColumn(1).numFmt).toBe('@')
  expect(places?.getColumn(8).numFmt).toBe('dd.mm.yyyy')
})
