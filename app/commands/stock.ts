import { EsepError } from '../../domain/error.ts'
import { formatDate, formatMoney, formatQuantity } from '../../domain/format.ts'
import { countWorkbook } from '../../domain/reports/count.ts'
import type { StockReport, StockRow } from '../../domain/reports/month.ts'
import { PAPER_NAMES } from '../../domain/reports/paper-names.ts'
import { stockWorkbook } from '../../domain/reports/stock.ts'
import { stockReport } from '../stock-report.ts'
import { checkFolder } from '../write-file.ts'
import { command, date, db, EXIT, flag, text } from './command.ts'
import { type Paper, savePapers, writtenLines } from './papers.ts'
import { moneyColumn, type TextColumn, textTable } from './text-table.ts'
import type { CommandWords } from './words.ts'

/** `stock`: what stands where on a day; the printed sheet and the blind count sheet. */
export const stockCommand = command({
  name: 'stock',
  usage:
    '--db F [--date D] [--location CODE] [--by lot|product|producer] [--out DIR] [--count-sheet] [--json]',
  options: {
    db,
    date,
    location: text,
    by: { kind: ['lot', 'product', 'producer'] },
    out: text,
    'count-sheet': flag,
    pdf: flag,
  },
  async run(session, { db: place, date: day, location, by = 'lot', out, 'count-sheet': counts, pdf }) {
    if (pdf) throw new EsepError('no_pdf', {})
    if (counts && out === undefined)
      throw new EsepError('option_missing', { option: '--out', command: 'stock' })
    if (out !== undefined) checkFolder(session.path(out))
    const at = { date: day ?? session.clock.today(), ...(location === undefined ? {} : { location }) }
    const [report, toCount] = await session.withLedger(place, async (ledger) => [
      await stockReport(ledger, { ...at, by }),
      counts ? await stockReport(ledger, { ...at, by: 'product' }) : undefined,
    ])
    const papers: Paper[] = [
      { name: PAPER_NAMES.stock(report.date, location), workbook: stockWorkbook(report) },
    ]
    if (toCount)
      papers.push({ name: PAPER_NAMES.count(report.date, location), workbook: countWorkbook(toCount) })
    const files = out === undefined ? [] : await savePapers(session, out, papers)
    session.answer(stockJson(report), () =>
      [stockText(report, session.words), ...writtenLines(session, files)].join('\n'),
    )
    return EXIT.done
  },
})

function stockJson({ date: day, rows }: StockReport): object {
  return {
    date: day,
    rows: rows.map(({ location, producer, article, lot, received, expires, quantity, price, value }) => ({
      location,
      producer,
      article,
      lot,
      received,
      expires,
      quantity,
      price,
      value,
    })),
  }
}

function stockText({ by, date: day, rows }: StockReport, words: CommandWords): string {
  const title = words.stock.title(formatDate(day))
  if (rows.length === 0) return `${title}\n\n${words.stock.none}`
  return `${title}\n\n${textTable(COLUMNS[by](words, rows), rows)}`
}

type Columns = TextColumn<StockRow>[]

const COLUMNS: Readonly<
  Record<StockReport['by'], (words: CommandWords, rows: readonly StockRow[]) => Columns>
> = {
  lot: (words, rows) => [
    ...productColumns(words),
    { heading: words.columns.lot, of: ({ lot }) => lot },
    { heading: words.columns.expires, of: ({ expires }) => formatDate(expires) },
    ...quantityColumns(words),
    priceColumn(words),
    valueColumn(words, rows),
  ],
  product: (words, rows) => [
    ...productColumns(words),
    ...quantityColumns(words),
    priceColumn(words),
    valueColumn(words, rows),
  ],
  producer: (words, rows) => [
    placeColumn(words),
    { heading: words.columns.code, of: ({ producer }) => producer },
    { heading: words.columns.producer, of: ({ producerName }) => producerName, widest: 40 },
    ...quantityColumns(words),
    valueColumn(words, rows),
  ],
}

const placeColumn = ({ columns, total }: CommandWords): TextColumn<StockRow> => ({
  heading: columns.location,
  of: ({ location }) => location,
  foot: total,
})

const productColumns = (words: CommandWords): Columns => [
  placeColumn(words),
  { heading: words.columns.article, of: ({ article }) => article },
  { heading: words.columns.product, of: ({ name }) => name, widest: 40 },
]

const quantityColumns = ({ columns }: CommandWords): Columns => [
  { heading: columns.quantity, of: ({ quantity }) => formatQuantity(quantity), right: true },
  { heading: columns.unit, of: ({ unit }) => unit },
]

const priceColumn = ({ columns }: CommandWords): TextColumn<StockRow> => ({
  heading: columns.price,
  of: ({ price }) => (price === null ? '' : formatMoney(price)),
  right: true,
})

const valueColumn = ({ columns }: CommandWords, rows: readonly StockRow[]): TextColumn<StockRow> =>
  moneyColumn(columns.value, rows, ({ value }) => value)
