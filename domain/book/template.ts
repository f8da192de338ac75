/** The ledger book to be filled in, and a whole ledger written as one. Sheets and columns: formats.md section 1. */
import { cell, text, textCell } from '../reports/content.ts'
import type { Cell, Column, Row, Sheet, WordList, Workbook } from '../reports/sheet.ts'
import { SheetBuilder } from '../reports/sheet-builder.ts'
import { type BookValue, bookContent, ENTRY_FORMATS, shownWord } from './book-cell.ts'
import { HEADING_NOTES } from './heading-notes.ts'
import { INSTRUCTIONS } from './instructions.ts'
import { type Book, type ColumnSpec, SHEETS, type SheetKey, type ValueType } from './sheets.ts'

const TITLE = 'Книга учёта'
/** Lists of words reach this far: a year of an association. */
const LAST_ENTRY_ROW = 5000
const SETTINGS = [
  'Организация',
  'ИНН',
  'ОКПО',
  'Адрес',
  'Телефон',
  'Банк',
  'Р/с',
  'БИК',
  'Директор',
  'Бухгалтер',
  'Схема',
  'Ставка',
  'Минимальная выплата',
  'Округление наличных',
]

/** The sheets in the order they are filled in. */
const SHEET_KEYS = Object.keys(SHEETS) as SheetKey[]

/** An empty book: headings with notes, lists of words, formats, and a sheet that says how to fill it in. */
export function templateWorkbook(): Workbook {
  return {
    title: TITLE,
    author: 'Esep',
    sheets: [instructionSheet(), ...SHEET_KEYS.map((key) => bookSheet(key, []))],
  }
}

/** A book with rows: reading it gives the same book. */
export function bookWorkbook(book: Book): Workbook {
  return {
    title: TITLE,
    author: 'Esep',
    sheets: SHEET_KEYS.map((key) =>
      bookSheet(
        key,
        book[key].map(({ values }) => values),
      ),
    ),
  }
}

type Values = Readonly<Record<string, BookValue | undefined>>

function bookSheet(key: SheetKey, rows: readonly Values[]): Sheet {
  const { name, columns }: { name: string; columns: readonly ColumnSpec[] } = SHEETS[key]
  const notes: Readonly<Record<string, string>> = HEADING_NOTES[key]
  return {
    name,
    columns: columns.map(columnOf),
    rows: [
      { cells: columns.map((column) => headingCell(column, notes[column.field] ?? '')), height: 30 },
      ...rows.map((values) => bookRow(columns, values)),
    ],
    page: { orientation: 'landscape', footer: { left: name, right: 'Страница {page} из {pages}' } },
    freeze: { rows: 1, columns: 0 },
    repeat: { first: 1, last: 1 },
    lists: columns.flatMap((column, index) => listOf(key, column, index + 1)),
    gridLines: true,
  }
}

function bookRow(columns: readonly ColumnSpec[], values: Values): Row {
  return { cells: columns.map((column) => cell(bookContent(column, values[column.field]), 'entry')) }
}

function headingCell({ heading, required }: ColumnSpec, note: string): Cell {
  const said = `${required ? 'Обязательно.' : 'Можно не заполнять.'} ${note}`
  return textCell(heading, required ? 'required' : 'header', 1, { note: said })
}

const WIDTHS: Readonly<Record<ValueType, number>> = {
  code: 16,
  text: 26,
  date: 13,
  money: 13,
  quantity: 13,
  rate: 12,
  count: 12,
  discount: 12,
  account: 26,
  word: 20,
}

function columnOf({ type, heading, field }: ColumnSpec): Column {
  const width = field === 'name' ? 40 : Math.max(WIDTHS[type], Math.min(heading.length + 3, 22))
  return { width, entry: ENTRY_FORMATS[type] }
}

function listOf(key: SheetKey, { words, field, heading }: ColumnSpec, column: number): WordList[] {
  const shown =
    key === 'settings' && field === 'parameter' ? SETTINGS : Object.keys(words ?? {}).map(shownWord)
  if (shown.length === 0) return []
  const refusal = `${heading}: выберите из списка: ${shown.join(', ')}.`
  return [{ column, firstRow: 2, lastRow: LAST_ENTRY_ROW, words: shown, refusal }]
}

function instructionSheet(): Sheet {
  const sheet = new SheetBuilder({
    name: INSTRUCTIONS.sheet,
    widths: [4, 28, 78],
    page: { orientation: 'portrait', footer: { left: TITLE, right: 'Страница {page} из {pages}' } },
  })
  sheet.line(INSTRUCTIONS.title, 'title')
  sheet.gap()
  for (const [index, line] of INSTRUCTIONS.steps.entries()) {
    sheet.add([
      cell({ format: 'integer', value: index + 1 }, 'text', 1, { align: 'left' }),
      textCell(line, 'text', 2),
    ])
  }
  sheet.gap()
  sheet.line(INSTRUCTIONS.sheets, 'section')
  sheet.add([
    textCell('', 'header'),
    textCell(INSTRUCTIONS.sheetName, 'header'),
    textCell(INSTRUCTIONS.about, 'header'),
  ])
  for (const [index, key] of SHEET_KEYS.entries()) {
    sheet.add([
      cell({ format: 'integer', value: index + 1 }, 'body', 1, { align: 'center' }),
      cell(text(SHEETS[key].name), 'body'),
      cell(text(INSTRUCTIONS.abouts[key]), 'body'),
    ])
  }
  return sheet.finish()
}
