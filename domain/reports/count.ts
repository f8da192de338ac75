/**
 * Инвентаризационная опись: what should be looked for at a place, with room to write how much there is. Blind: the
 * book's quantity is not told, or it would be copied instead of counted.
 */
import { formatDate } from '../format.ts'
import { type PaperWords, paperWords } from '../messages/paper.ts'
import { code, money, text, textCell } from './content.ts'
import type { StockReport, StockRow } from './month.ts'
import { addHead, addSignatures, page } from './paper.ts'
import type { Sheet, Workbook } from './sheet.ts'
import { SheetBuilder } from './sheet-builder.ts'
import { placeName, placesOf } from './stock.ts'
import { counter, Table, type TableColumn } from './table.ts'

const WIDTHS = [6, 13, 40, 26, 8, 12, 16, 14, 20]
/** Room for handwriting, in points. */
const ROW_HEIGHT = 27
const SPARE_ROWS = 8

/** A sheet a place; without goods, one sheet of empty rows. */
export function countWorkbook(report: StockReport, words: PaperWords = paperWords.ru): Workbook {
  const places = placesOf(report.rows)
  return {
    title: `${words.countSheet.title} ${words.common.onDate(formatDate(report.date))}`,
    author: report.organisation.name,
    sheets: (places.length === 0 ? [[]] : places).map((rows) => countSheet(report, rows, words)),
  }
}

function countSheet(report: StockReport, rows: readonly StockRow[], words: PaperWords): Sheet {
  const { countSheet: own, common } = words
  const day = common.onDate(formatDate(report.date))
  const place = placeName(rows, words)
  const mark = { seal: report.seal, preview: false }
  const sheet = new SheetBuilder({
    name: rows[0]?.location || own.place,
    widths: WIDTHS,
    page: page('landscape', `${own.title} ${day}, ${place}`, mark, words),
  })
  const subtitles = [`${day}, ${place}`]
  addHead(sheet, { organisation: report.organisation, title: own.title, subtitles, ...mark }, words)
  sheet.line(own.started, 'text', { height: 20 })
  sheet.line(own.receipt, 'note')
  addSignatures(sheet, [{ role: common.keeper, name: '' }])
  sheet.gap()
  addRows(sheet, rows, words)
  addCommission(sheet, words)
  return sheet.finish()
}

function addRows(sheet: SheetBuilder, rows: readonly StockRow[], words: PaperWords): void {
  const style = { body: 'large', group: 'largeGroup', rowHeight: ROW_HEIGHT } as const
  const table = new Table(sheet, columns(words), style)
  const header = table.header()
  sheet.freeze(header, 0)
  sheet.repeat(header, header)
  for (const [category, products] of byCategory(rows)) {
    table.group(category || words.countSheet.noCategory)
    table.body(products)
  }
  table.group(words.countSheet.found)
  for (let spare = 0; spare < SPARE_ROWS; spare += 1) {
    sheet.add(
      WIDTHS.map(() => textCell('', 'large')),
      { height: ROW_HEIGHT },
    )
  }
}

/** One row an article, however many lots there are; categories and names by the alphabet, as on a shelf list. */
function byCategory(rows: readonly StockRow[]): [string, StockRow[]][] {
  const { compare } = new Intl.Collator('ru')
  const products = [...new Map(rows.map((row) => [row.article, row])).values()]
  const sorted = products.toSorted((a, b) => compare(a.name, b.name) || compare(a.article, b.article))
  // What has no category comes last.
  return [...Map.groupBy(sorted, ({ category }) => category)].sort(
    ([a], [b]) => Number(a === '') - Number(b === '') || compare(a, b),
  )
}

function columns({ columns: names, countSheet: own }: PaperWords): TableColumn<StockRow>[] {
  return [
    counter(names.counter),
    { key: 'article', heading: names.article, content: ({ article }) => code(article) },
    { key: 'product', heading: names.product, content: ({ name }) => text(name) },
    { key: 'producer', heading: names.producer, content: ({ producerName }) => text(producerName) },
    { key: 'unit', heading: names.unit, content: ({ unit }) => text(unit), align: 'center' },
    { key: 'price', heading: names.price, content: ({ price }) => money(price) },
    { key: 'counted', heading: own.counted, content: () => text('') },
    { key: 'expires', heading: own.expires, content: () => text('') },
    { key: 'note', heading: names.note, content: () => text('') },
  ]
}

function addCommission(sheet: SheetBuilder, { common, countSheet: own }: PaperWords): void {
  sheet.gap()
  const first = sheet.next
  sheet.line(own.result, 'text', { height: 22 })
  const member = { role: common.member, name: '' }
  addSignatures(sheet, [{ role: common.chairman, name: '' }, member, member])
  sheet.gap(12)
  sheet.line(own.checked, 'text')
  addSignatures(sheet, [{ role: common.keeper, name: '' }])
  sheet.keepTogether(first)
}
