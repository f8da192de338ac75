/** The sales of a period by product, producer, category, district or day. */
import { formatDate } from '../format.ts'
import { type PaperWords, paperWords } from '../messages/paper.ts'
import { code, dashed, date, money, quantity, text } from './content.ts'
import type { SalesReport } from './month.ts'
import { addHead, page } from './paper.ts'
import type { Sheet, Workbook } from './sheet.ts'
import { SheetBuilder } from './sheet-builder.ts'
import { counter, Table, type TableColumn } from './table.ts'

type SalesRow = SalesReport['rows'][number]
type MoneyKey = 'sales' | 'returns' | 'amount' | 'commission' | 'partner' | 'due'

export function salesWorkbook(report: SalesReport, words: PaperWords = paperWords.ru): Workbook {
  const { salesSheet: own, common } = words
  return {
    title: `${own.title} ${common.period(formatDate(report.from), formatDate(report.to))}`,
    author: report.organisation.name,
    sheets: [salesSheet(report, words)],
  }
}

function salesSheet(report: SalesReport, words: PaperWords): Sheet {
  const { salesSheet: own, common } = words
  const period = common.period(formatDate(report.from), formatDate(report.to))
  const mark = { seal: report.seal, preview: false }
  const parts = partsOf(report, words)
  const sheet = new SheetBuilder({
    name: own.sheet,
    widths: parts.map(({ width }) => width),
    page: page('landscape', `${own.title} ${period}`, mark, words),
  })
  const subtitles = [`${period}, ${own.by[report.by]}`]
  addHead(sheet, { organisation: report.organisation, title: own.title, subtitles, ...mark }, words)
  if (report.rows.length === 0) {
    sheet.line(own.none, 'text')
    return sheet.finish()
  }
  const table = new Table(
    sheet,
    parts.map(({ column }) => column),
  )
  const header = table.header()
  sheet.freeze(header, 0)
  sheet.repeat(header, header)
  table.total(common.total, table.body(report.rows))
  return sheet.finish()
}

interface Part {
  readonly width: number
  readonly column: TableColumn<SalesRow>
}

function partsOf({ by, rows }: SalesReport, words: PaperWords): Part[] {
  const { salesSheet: own, columns: names } = words
  const counted = rows.some((row) => row.quantity !== null)
  const named: Part =
    by === 'day'
      ? { width: 14, column: { key: 'name', heading: own.name.day, content: ({ key }) => date(key) } }
      : { width: 40, column: { key: 'name', heading: own.name[by], content: ({ name }) => text(name) } }
  const coded: Part = {
    width: 12,
    column: { key: 'key', heading: own.code[by], content: ({ key }) => code(key) },
  }
  return [
    { width: 5, column: counter(names.counter) },
    ...(own.code[by] === '' ? [] : [coded]),
    named,
    ...(counted ? quantityParts(words) : []),
    ...(['sales', 'returns', 'amount', 'commission', 'partner', 'due'] as const).map((key) =>
      moneyPart(key, words),
    ),
  ]
}

function quantityParts({ columns: names }: PaperWords): Part[] {
  return [
    {
      width: 8,
      column: { key: 'unit', heading: names.unit, content: ({ unit }) => text(unit), align: 'center' },
    },
    {
      width: 10,
      column: { key: 'quantity', heading: names.quantity, content: (row) => quantity(row.quantity) },
    },
  ]
}

function moneyPart(key: MoneyKey, { salesSheet: own }: PaperWords): Part {
  return {
    width: 14,
    column: { key, heading: own[key], content: (row) => dashed(money(row[key])), total: true },
  }
}
