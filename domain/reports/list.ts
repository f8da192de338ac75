/** Any list of the program as a workbook: the rows that fit, in the order and under the headings of the screen. */

import { type PaperWords, paperWords } from '../messages/paper.ts'
import { code, date, money, quantity, text } from './content.ts'
import type { OrganisationDetails } from './month.ts'
import { addHead } from './paper.ts'
import type { Content, Workbook } from './sheet.ts'
import { SheetBuilder } from './sheet-builder.ts'
import { Table, type TableColumn } from './table.ts'

export type ListRow = Readonly<Record<string, unknown>>

export interface ListColumn {
  readonly key: string
  readonly heading: string
  /** What codes of the column are called. */
  readonly words?: Readonly<Record<string, string>> | undefined
}

export interface ListReport {
  readonly organisation: OrganisationDetails
  readonly title: string
  readonly seal: string
  readonly columns: readonly ListColumn[]
  readonly rows: readonly ListRow[]
}

type Format = 'money' | 'sum' | 'quantity' | 'date' | 'code'

/** Columns that are no plain text; a sum is money that is added up under the list. */
const FORMATS: Readonly<Record<string, Format>> = {
  amount: 'sum',
  value: 'sum',
  debit: 'sum',
  credit: 'sum',
  balance: 'money',
  price: 'money',
  quantity: 'quantity',
  stock: 'quantity',
  date: 'date',
  received: 'date',
  expires: 'date',
  code: 'code',
  article: 'code',
  barcode: 'code',
  paperNumber: 'code',
  phone: 'code',
}

const WIDTHS: Readonly<Record<Format | 'text', number>> = {
  money: 12,
  sum: 13,
  quantity: 10,
  date: 10.5,
  code: 12,
  text: 22,
}

const formatOf = ({ key }: ListColumn): Format | 'text' => FORMATS[key] ?? 'text'

export function listWorkbook(report: ListReport, words: PaperWords = paperWords.ru): Workbook {
  const { organisation, title, seal, columns, rows } = report
  const sheet = new SheetBuilder({
    name: title,
    widths: columns.map((column) => WIDTHS[formatOf(column)]),
    page: { orientation: 'landscape', footer: { left: title, right: words.common.page } },
  })
  addHead(sheet, { organisation, title, subtitles: [], seal, preview: false }, words)
  const table = new Table(sheet, columns.map(tableColumn))
  const header = table.header()
  sheet.freeze(header, 0)
  sheet.repeat(header, header)
  const body = table.body(rows)
  // The word «total» needs a column of its own before the first sum.
  const firstSum = columns.findIndex((column) => formatOf(column) === 'sum')
  if (firstSum > 0) table.total(words.common.total, body)
  return { title, author: organisation.name, sheets: [sheet.finish()] }
}

function tableColumn(column: ListColumn): TableColumn<ListRow> {
  const { key, heading } = column
  const format = formatOf(column)
  return {
    key,
    heading,
    content: (row) => contentOf(column, format, row[key]),
    ...(format === 'sum' ? { total: true as const } : {}),
  }
}

function contentOf({ words }: ListColumn, format: Format | 'text', value: unknown): Content {
  if (typeof value === 'number') {
    if (format === 'money' || format === 'sum') return money(value)
    if (format === 'quantity') return quantity(value)
  }
  const shown = value === null || value === undefined ? '' : String(value)
  if (format === 'date') return date(shown)
  return format === 'code' ? code(shown) : text(words?.[shown] ?? shown)
}
