/**
 * Draws a sheet model as an .xlsx file. The only place that knows exceljs, whose traps end here: numbers that are
 * none, dates that shift with the time zone, texts that XML or Excel refuses, names, print areas, the clock.
 */
import ExcelJS from 'exceljs'
import { unzipSync, zipSync } from 'fflate'
import { dayNumber } from '../domain/dates.ts'
import { whole } from '../domain/money.ts'
import { cleanText, cutText } from '../domain/reports/clean-text.ts'
import { MARGINS } from '../domain/reports/page-layout.ts'
import {
  type Cell,
  cellAddress,
  columnLetters,
  type Footer,
  isDate,
  isText,
  type NumberContent,
  type NumberFormat,
  type Row,
  type Sheet,
  type WordList,
  type Workbook,
} from '../domain/reports/sheet.ts'
import { sheetNames } from '../domain/reports/sheet-name.ts'
import { entryStyle, styleOf } from './xlsx-styles.ts'

export interface DrawOptions {
  /** The moment that stands in the file's properties, ISO. Equal models with equal moments give equal bytes. */
  readonly created: string
}

const A4 = 9
const LAST_COLUMN = 16_384
/** Excel refuses longer texts in a cell, a footer, and a list of words. */
const LONGEST_TEXT = 32_767
const LONGEST_FOOTER = 255
const LONGEST_LIST = 255

export async function drawWorkbook(workbook: Workbook, { created }: DrawOptions): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const moment = new Date(created)
  book.creator = cleanText(workbook.author)
  book.lastModifiedBy = book.creator
  book.title = cleanText(workbook.title)
  book.created = moment
  book.modified = moment
  // The first sheet is the one that opens.
  book.views = [
    { x: 0, y: 0, width: 20_000, height: 12_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ]
  // Results are stored, but a program that opens the file works them out anew and so vouches for them.
  book.calcProperties.fullCalcOnLoad = true
  const names = sheetNames(workbook.sheets.map(({ name }) => name))
  for (const [index, sheet] of workbook.sheets.entries()) drawSheet(book, sheet, names[index] ?? sheet.name)
  const bytes = await book.xlsx.writeBuffer({
    zip: { compression: 'STORE' },
  } as Partial<ExcelJS.XlsxWriteOptions>)
  return packed(new Uint8Array(bytes))
}

/** Packs the parts again, because exceljs stamps them with the present moment and adds empty folders. */
function packed(stored: Uint8Array): Uint8Array {
  // The zip format keeps local time: the first moment it can hold is the same in every zone.
  const parts = unzipSync(stored, { filter: ({ name }) => !name.endsWith('/') })
  return zipSync(parts, { level: 4, mtime: new Date(1980, 0, 1) })
}

function drawSheet(book: ExcelJS.Workbook, sheet: Sheet, name: string): void {
  const drawn = book.addWorksheet(name, {
    views: [viewOf(sheet)],
    pageSetup: pageSetupOf(sheet),
    headerFooter: { oddFooter: footerCode(sheet.page.footer) },
  })
  drawColumns(drawn, sheet)
  for (const [index, row] of sheet.rows.entries()) drawRow(drawn, row, index + 1)
  for (const list of sheet.lists ?? []) drawList(drawn, list)
}

function drawColumns(drawn: ExcelJS.Worksheet, { columns }: Sheet): void {
  for (const [index, { width, entry }] of columns.entries()) {
    const column = drawn.getColumn(index + 1)
    column.width = width
    if (entry) column.style = entryStyle(entry)
  }
}

function viewOf({ freeze, gridLines }: Sheet): Partial<ExcelJS.WorksheetView> {
  const showGridLines = gridLines === true
  if (freeze === undefined) return { state: 'normal', showGridLines }
  const { rows, columns } = freeze
  return {
    state: 'frozen',
    showGridLines,
    xSplit: columns,
    ySplit: rows,
    topLeftCell: cellAddress(rows + 1, columns + 1),
  }
}

function pageSetupOf({ page, rows, columns, repeat }: Sheet): Partial<ExcelJS.PageSetup> {
  return {
    paperSize: A4,
    orientation: page.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { ...MARGINS },
    horizontalCentered: true,
    // exceljs puts one more $ before each end, so this becomes $A$1:$H$65.
    printArea: `A$1:${columnLetters(columns.length)}$${Math.max(rows.length, 1)}`,
    ...(repeat ? { printTitlesRow: `${repeat.first}:${repeat.last}` } : {}),
  }
}

/** The space after a size keeps a text that begins with a digit from making the size longer. */
function footerCode({ left, right }: Footer): string {
  const numbers = footerText(right).replace('{pages}', '&N').replace('{page}', '&P')
  const end = `&R&8 ${numbers}`
  const start = '&L&8 '
  return `${start}${cutFooter(footerText(left), LONGEST_FOOTER - start.length - end.length)}${end}`
}

const footerText = (value: string): string => cleanText(value).replace(/\s+/g, ' ').replaceAll('&', '&&')

/** A lone ampersand at the end would begin a code. */
function cutFooter(value: string, limit: number): string {
  const cut = cutText(value, limit)
  const ampersands = /&*$/.exec(cut)?.[0].length ?? 0
  return ampersands % 2 === 1 ? cut.slice(0, -1) : cut
}

function drawRow(drawn: ExcelJS.Worksheet, row: Row, number: number): void {
  const target = drawn.getRow(number)
  let column = 1
  for (const cell of row.cells) {
    drawCell(target.getCell(column), cell)
    const last = column + (cell.span ?? 1) - 1
    if (last > column) drawn.mergeCells(number, column, number, last)
    column = last + 1
  }
  if (row.height !== undefined) target.height = row.height
  // A break is kept at the row it follows; exceljs lets it end beyond the last column unless it is told.
  if (row.breakBefore && number > 1) drawn.getRow(number - 1).addPageBreak(1, LAST_COLUMN)
}

function drawCell(target: ExcelJS.Cell, cell: Cell): void {
  target.style = styleOf(cell)
  const value = excelValue(cell)
  if (value !== null) target.value = value
  if (cell.note !== undefined) target.note = cutText(cleanText(cell.note), LONGEST_TEXT)
}

/** Text stays text whatever it begins with: only a formula of the model becomes one. */
function excelValue(cell: Cell): ExcelJS.CellValue {
  // exceljs counts in UTC, so a midnight of UTC stays the day it is.
  if (isDate(cell)) return new Date(dayNumber(cell.value) * MS_PER_DAY)
  const result = isText(cell) ? excelText(cell.value) : numberOf(cell)
  if (cell.formula !== undefined && result !== null) return { formula: cell.formula, result }
  return result === '' ? null : result
}

function numberOf({ format, value }: NumberContent): number | null {
  return value === null ? null : whole(value) / UNITS[format]
}

const MS_PER_DAY = 86_400_000

/** What one stands for in a cell: dividing whole numbers gives the number nearest to the decimal. */
const UNITS: Readonly<Record<NumberFormat, number>> = {
  money: 100,
  quantity: 1000,
  rate: 10_000,
  points: 100,
  integer: 1,
}

/** Excel reads `_x0041_` as a coded letter, so such a text has its first underscore coded. */
function excelText(value: string): string {
  return cutText(cleanText(value), LONGEST_TEXT).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

function drawList(drawn: ExcelJS.Worksheet, { column, firstRow, lastRow, words, refusal }: WordList): void {
  const joined = words.join(',')
  if (joined.length > LONGEST_LIST) throw new RangeError(`a list of words is too long: ${joined}`)
  // The types know lists by cell only; a range is written as it is.
  const lists = drawn as unknown as {
    dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void }
  }
  lists.dataValidations.add(`${cellAddress(firstRow, column)}:${cellAddress(lastRow, column)}`, {
    type: 'list',
    allowBlank: true,
    formulae: [`"${joined}"`],
    showErrorMessage: true,
    errorStyle: 'stop',
    error: cutText(refusal, LONGEST_LIST),
  })
}
