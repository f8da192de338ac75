/** The stock on hand, place by place, and the blind sheet on which it is counted. */
import { formatDate } from '../format.ts'
import { type PaperWords, paperWords } from '../messages/paper.ts'
import { code, date, money, quantity, text } from './content.ts'
import type { StockReport, StockRow } from './month.ts'
import { addHead, addSignatures, page } from './paper.ts'
import type { Sheet, Workbook } from './sheet.ts'
import { SheetBuilder } from './sheet-builder.ts'
import { counter, Table, type TableColumn, type Totals } from './table.ts'

export function stockWorkbook(report: StockReport, words: PaperWords = paperWords.ru): Workbook {
  const { organisation, date: day } = report
  return {
    title: `${words.stockSheet.title} ${words.common.onDate(formatDate(day))}`,
    author: organisation.name,
    sheets: [stockSheet(report, words)],
  }
}

function stockSheet(report: StockReport, words: PaperWords): Sheet {
  const { stockSheet: own, common } = words
  const day = common.onDate(formatDate(report.date))
  const mark = { seal: report.seal, preview: false }
  const parts = PARTS[report.by](words)
  const sheet = new SheetBuilder({
    name: own.sheet,
    widths: parts.map(({ width }) => width),
    page: page('landscape', `${own.title} ${day}`, mark, words),
  })
  const subtitles = [`${day}, ${own.by[report.by]}`, report.location === '' ? own.allPlaces : '']
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
  addPlaces(table, report.rows, words)
  sheet.line(own.valueNote, 'note')
  const foot = sheet.next
  sheet.gap()
  addSignatures(sheet, [
    { role: common.keeper, name: '' },
    { role: common.accountant, name: report.organisation.accountant },
  ])
  sheet.keepTogether(foot)
  return sheet.finish()
}

/** A part a place with its own total; the sum of all below, if there are several. */
function addPlaces(table: Table<StockRow>, rows: readonly StockRow[], words: PaperWords): void {
  const places = placesOf(rows)
  const totals: Totals[] = []
  for (const place of places) {
    const name = placeName(place, words)
    table.group(name)
    totals.push(table.total(words.stockSheet.placeTotal(name), table.body(place)))
  }
  if (places.length > 1) table.grandTotal(words.common.total, totals)
}

/** The rows of each place, in the order the places come. */
export function placesOf(rows: readonly StockRow[]): StockRow[][] {
  return [...Map.groupBy(rows, ({ location }) => location).values()]
}

export function placeName(rows: readonly StockRow[], { stockSheet: own }: PaperWords): string {
  const [first] = rows
  if (first === undefined || first.location === '') return own.allPlaces
  return own.place(first.locationName, first.location)
}

interface Part {
  readonly width: number
  readonly column: TableColumn<StockRow>
}

const PARTS = { lot: lotParts, product: productParts, producer: producerParts } as const

function lotParts(words: PaperWords): Part[] {
  const { columns: names, stockSheet: own } = words
  return [
    ...goodsParts(words),
    { width: 19, column: { key: 'lot', heading: own.lot, content: ({ lot }) => code(lot) } },
    { width: 10.5, column: { key: 'received', heading: own.received, content: (row) => date(row.received) } },
    {
      width: 10.5,
      column: { key: 'expires', heading: own.expires, content: ({ expires }) => date(expires) },
    },
    ...valueParts(names.quantity, words),
  ]
}

function productParts(words: PaperWords): Part[] {
  const { columns: names, stockSheet: own } = words
  return [
    ...goodsParts(words),
    {
      width: 10.5,
      column: { key: 'expires', heading: own.expires, content: ({ expires }) => date(expires) },
    },
    ...valueParts(names.quantity, words),
  ]
}

/** A producer's goods are of many units, so only their value is told. */
function producerParts({ columns: names, stockSheet: own }: PaperWords): Part[] {
  return [
    { width: 5, column: counter(names.counter) },
    {
      width: 10,
      column: { key: 'producer', heading: names.code, content: ({ producer }) => code(producer) },
    },
    { width: 50, column: { key: 'name', heading: names.producer, content: (row) => text(row.producerName) } },
    {
      width: 18,
      column: { key: 'value', heading: own.value, content: (row) => money(row.value), total: true },
    },
  ]
}

function goodsParts({ columns: names }: PaperWords): Part[] {
  return [
    { width: 5, column: counter(names.counter) },
    {
      width: 10,
      column: { key: 'article', heading: names.article, content: ({ article }) => code(article) },
    },
    { width: 32, column: { key: 'product', heading: names.product, content: ({ name }) => text(name) } },
    {
      width: 24,
      column: { key: 'producer', heading: names.producer, content: (row) => text(row.producerName) },
    },
    {
      width: 7,
      column: { key: 'unit', heading: names.unit, content: ({ unit }) => text(unit), align: 'center' },
    },
  ]
}

function valueParts(heading: string, { columns: names, stockSheet: own }: PaperWords): Part[] {
  return [
    { width: 9, column: { key: 'quantity', heading, content: (row) => quantity(row.quantity) } },
    { width: 11, column: { key: 'price', heading: names.price, content: ({ price }) => money(price) } },
    {
      width: 13,
      column: { key: 'value', heading: own.value, content: ({ value }) => money(value), total: true },
    },
  ]
}
