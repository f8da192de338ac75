import { EsepError } from '../../domain/error.ts'
import { formatDate, formatQuantity } from '../../domain/format.ts'
import type { SalesReport } from '../../domain/reports/month.ts'
import { PAPER_NAMES } from '../../domain/reports/paper-names.ts'
import { salesWorkbook } from '../../domain/reports/sales.ts'
import { salesReport } from '../sales-report.ts'
import { checkFolder } from '../write-file.ts'
import { command, db, EXIT, flag, requiredDate, text } from './command.ts'
import { savePapers, writtenLines } from './papers.ts'
import { moneyColumn, type TextColumn, textTable } from './text-table.ts'
import type { CommandWords } from './words.ts'

/** `sales`: what was sold, less returns, by product, producer, category, district or day. */
export const salesCommand = command({
  name: 'sales',
  usage: '--from D --to D --db F [--by product|producer|category|district|day] [--out DIR] [--json]',
  options: {
    from: requiredDate,
    to: requiredDate,
    by: { kind: ['product', 'producer', 'category', 'district', 'day'] },
    db,
    out: text,
    pdf: flag,
  },
  async run(session, { db: place, from, to, by = 'product', out, pdf }) {
    if (pdf) throw new EsepError('no_pdf', {})
    if (to < from) throw new EsepError('option_invalid', { option: '--to', value: to })
    if (out !== undefined) checkFolder(session.path(out))
    const report = await session.withLedger(place, (ledger) => salesReport(ledger, { from, to, by }))
    const name = PAPER_NAMES.sales(from, to, by)
    const files =
      out === undefined ? [] : await savePapers(session, out, [{ name, workbook: salesWorkbook(report) }])
    session.answer({ from, to, by, rows: report.rows }, () =>
      [salesText(report, session.words), ...writtenLines(session, files)].join('\n'),
    )
    return EXIT.done
  },
})

type Row = SalesReport['rows'][number]

function salesText({ from, to, by, rows }: SalesReport, words: CommandWords): string {
  const title = words.sales.title(formatDate(from), formatDate(to))
  if (rows.length === 0) return `${title}\n\n${words.sales.none}`
  const { columns } = words
  const parts: TextColumn<Row>[] = [
    ...keyColumns(by, words),
    moneyColumn(columns.sales, rows, ({ sales }) => sales),
    moneyColumn(columns.returns, rows, ({ returns }) => returns),
    moneyColumn(columns.amount, rows, ({ amount }) => amount),
    moneyColumn(columns.commission, rows, ({ commission }) => commission),
    moneyColumn(columns.partner, rows, ({ partner }) => partner),
    moneyColumn(columns.due, rows, ({ due }) => due),
  ]
  return `${title}\n\n${textTable(parts, rows)}`
}

function keyColumns(by: SalesReport['by'], { columns, total }: CommandWords): TextColumn<Row>[] {
  if (by === 'day') return [{ heading: columns.day, of: ({ key }) => formatDate(key), foot: total }]
  if (by === 'category' || by === 'district')
    return [{ heading: columns[by], of: ({ name }) => name || '–', foot: total }]
  const code: TextColumn<Row> = {
    heading: by === 'product' ? columns.article : columns.code,
    of: ({ key }) => key,
    foot: total,
  }
  const name: TextColumn<Row> = { heading: columns[by], of: (row) => row.name, widest: 40 }
  if (by === 'producer') return [code, name]
  const quantity: TextColumn<Row> = {
    heading: columns.quantity,
    of: (row) => (row.quantity === null ? '' : `${formatQuantity(row.quantity)} ${row.unit}`),
    right: true,
  }
  return [code, name, quantity]
}
