/** The tables of a producer's report. All stand on one grid of twelve columns, that of the goods sold. */
import { formatRate } from '../../format.ts'
import type { PaperWords } from '../../messages/paper.ts'
import { code, dashed, date, money, quantity, rate, text } from '../content.ts'
import type { AccountLine, GoodsRow, ProducerMonth, SettlementLine } from '../month.ts'
import type { Content } from '../sheet.ts'
import type { SheetBuilder } from '../sheet-builder.ts'
import { addTable, counter, Table, type TableColumn, type Totals } from '../table.ts'

export const PRODUCER_WIDTHS = [4, 10.5, 9.5, 27, 6.5, 8, 9.5, 8.5, 11, 9, 10, 11.5] as const

/** Totals by which the balance is worked out; a table that is left out has none. */
export interface AccountTotals {
  readonly compensation: Totals | undefined
  readonly deductions: Totals | undefined
  readonly payouts: Totals | undefined
}

export function addSold(
  sheet: SheetBuilder,
  { lines }: ProducerMonth,
  words: PaperWords,
): Totals | undefined {
  const sold = lines.filter(({ figure }) => figure === 'sales')
  sheet.gap()
  sheet.line(words.producerSheet.sold, 'section')
  if (sold.length === 0) {
    sheet.line(words.producerSheet.nothingSold, 'text')
    return undefined
  }
  const table = new Table(sheet, lineColumns(1, words))
  const header = table.header()
  const rows = table.body(sold)
  sheet.repeat(header, header, rows.last)
  return table.total(words.common.total, rows)
}

/** What customers brought back, counted up: the balance subtracts the total. */
export function addReturned(
  sheet: SheetBuilder,
  { lines }: ProducerMonth,
  words: PaperWords,
): Totals | undefined {
  const returned = lines.filter(({ figure }) => figure === 'returns')
  if (returned.length === 0) return undefined
  return addPart(sheet, words.producerSheet.returned, lineColumns(-1, words), returned, words)
}

export function addAccountLines(sheet: SheetBuilder, month: ProducerMonth, words: PaperWords): AccountTotals {
  const own = words.producerSheet
  const part = (heading: string, lines: readonly AccountLine[], basis = own.basis): Totals | undefined =>
    lines.length === 0 ? undefined : addPart(sheet, heading, accountColumns(basis, words), lines, words)
  part(own.opening, month.openingLines)
  return {
    compensation: part(own.compensation, month.compensationLines),
    deductions: part(own.deductions, [...month.chargeLines, ...month.deductionLines]),
    payouts: part(own.payouts, month.payoutLines, own.way),
  }
}

export function addGoods(sheet: SheetBuilder, { goods }: ProducerMonth, words: PaperWords): void {
  if (goods.length === 0) return
  sheet.gap()
  const first = sheet.next
  sheet.line(words.producerSheet.goods, 'section')
  const table = new Table(sheet, goodsColumns(words))
  table.header()
  table.body(goods)
  sheet.keepTogether(first)
}

function addPart<R>(
  sheet: SheetBuilder,
  heading: string,
  columns: readonly TableColumn<R>[],
  rows: readonly R[],
  words: PaperWords,
): Totals {
  sheet.gap()
  const first = sheet.next
  sheet.line(heading, 'section')
  const totals = addTable(sheet, columns, rows, words.common.total)
  sheet.keepTogether(first)
  return totals
}

function lineColumns(sign: 1 | -1, words: PaperWords): TableColumn<SettlementLine>[] {
  const { columns: names, producerSheet: own } = words
  const signed = (value: number): number => (value === 0 ? 0 : sign * value)
  return [
    counter(names.counter),
    { key: 'date', heading: names.date, content: (line) => date(line.date) },
    { key: 'article', heading: names.article, content: ({ article }) => code(article) },
    { key: 'product', heading: names.product, content: ({ name }) => text(name) },
    { key: 'unit', heading: names.unit, content: ({ unit }) => text(unit), align: 'center' },
    { key: 'quantity', heading: names.quantity, content: (line) => quantity(signed(line.quantity)) },
    { key: 'price', heading: names.price, content: ({ price }) => money(price) },
    {
      key: 'discount',
      heading: names.discount,
      content: (line) => dashed(money(signed(line.discount))),
      total: true,
    },
    { key: 'amount', heading: names.amount, content: (line) => money(signed(line.amount)), total: true },
    {
      key: 'rate',
      heading: own.commissionRate,
      content: (line) => methodContent(line, words),
      align: 'right',
    },
    {
      key: 'commission',
      heading: own.commission,
      content: (line) => money(signed(line.commission)),
      total: true,
    },
    {
      key: 'due',
      heading: own.due,
      content: (line) => money(signed(line.due)),
      formula: 'ROUND({amount}-{commission},2)',
      total: true,
    },
  ]
}

/** A rate where the commission is a percent of the sale, else how it is worked out. */
function methodContent(line: SettlementLine, { producerSheet: own }: PaperWords): Content {
  switch (line.method) {
    case 'percent_of_sale':
      return rate(line.rate)
    case 'percent_of_difference':
      return text(own.ofDifference(formatRate(line.rate)))
    case 'difference':
      return text(own.difference)
    case 'fixed_per_unit':
      return text(own.fixed)
  }
}

function accountColumns(basis: string, words: PaperWords): TableColumn<AccountLine>[] {
  const { columns: names, payoutMethods } = words
  return [
    counter(names.counter),
    { key: 'date', heading: names.date, content: (line) => date(line.date) },
    {
      key: 'what',
      heading: basis,
      content: ({ what }) => text(payoutMethods[what] ?? what),
      span: 2,
    },
    { key: 'document', heading: names.document, content: (line) => text(line.document), span: 3 },
    { key: 'note', heading: names.note, content: (line) => text(line.note), span: 4 },
    { key: 'amount', heading: names.amount, content: ({ amount }) => money(amount), total: true },
  ]
}

function goodsColumns({ columns: names, producerSheet: own }: PaperWords): TableColumn<GoodsRow>[] {
  return [
    { key: 'article', heading: names.article, content: ({ article }) => code(article), span: 2 },
    { key: 'product', heading: names.product, content: ({ name }) => text(name), span: 2 },
    { key: 'unit', heading: names.unit, content: ({ unit }) => text(unit), align: 'center' },
    { key: 'opening', heading: own.goodsOpening, content: ({ opening }) => dashed(quantity(opening)) },
    { key: 'received', heading: own.goodsReceived, content: ({ received }) => dashed(quantity(received)) },
    { key: 'sold', heading: own.goodsSold, content: ({ sold }) => dashed(quantity(sold)) },
    {
      key: 'broughtBack',
      heading: own.goodsBroughtBack,
      content: (row) => dashed(quantity(row.broughtBack)),
    },
    { key: 'returned', heading: own.goodsReturned, content: ({ returned }) => dashed(quantity(returned)) },
    {
      key: 'writtenOff',
      heading: own.goodsWrittenOff,
      content: ({ writtenOff, surplus }) => dashed(quantity(writtenOff - surplus)),
    },
    {
      key: 'closing',
      heading: own.goodsClosing,
      content: ({ closing }) => quantity(closing),
      formula: 'ROUND({opening}+{received}-{sold}+{broughtBack}-{returned}-{writtenOff},3)',
    },
  ]
}
