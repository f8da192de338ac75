/** A month's settlement as `settle` answers it: JSON for programs (formats.md section 3), a table for people. */
import { formatInteger, formatMoney, formatMonth, type Language } from '../../domain/format.ts'
import type { Figures, MonthReport, ProducerMonth, SettlementLine } from '../../domain/reports/month.ts'
import { moneyColumn, type TextColumn, textTable } from './text-table.ts'
import type { CommandWords } from './words.ts'

export function settlementJson({ month, posted, seal, producers, partners, totals }: MonthReport): object {
  return {
    month,
    posted,
    seal,
    producers: producers.map((each) => ({
      code: each.producer.code,
      name: each.producer.name,
      ...figuresOf(each),
      lines: each.lines.map(lineOf),
    })),
    partners: partners.map(({ code, location, base, share }) => ({ code, location, base, share })),
    totals: figuresOf(totals),
  }
}

function figuresOf(figures: Figures): Figures {
  const { opening, sales, returns, commission, due, compensation } = figures
  const { charges, deductions, payouts, closing, payable } = figures
  return {
    opening,
    sales,
    returns,
    commission,
    due,
    compensation,
    charges,
    deductions,
    payouts,
    closing,
    payable,
  }
}

function lineOf(line: SettlementLine): object {
  const {
    date,
    document,
    article,
    quantity,
    price,
    discount,
    amount,
    method,
    rate,
    commission,
    partner,
    due,
  } = line
  return {
    date,
    document,
    article,
    quantity,
    price,
    discount,
    amount,
    method,
    rate,
    commission,
    partner,
    due,
  }
}

export function settlementText(report: MonthReport, words: CommandWords, language: Language): string {
  const { settled } = words
  const paid = report.producers.filter(({ payable }) => payable > 0)
  return [
    settled.title(formatMonth(report.month, language)),
    '',
    textTable(columnsOf(report.producers, words), report.producers),
    '',
    settled.payable(formatMoney(report.totals.payable), paid.length),
    ...report.partners.map(({ name, location, share }) =>
      settled.partner(name, location, formatMoney(share)),
    ),
    ...controlLines(report, words),
    report.posted ? settled.posted(report.seal) : settled.preview,
  ].join('\n')
}

/** What most months do not have is left out, so that the table stays as wide as a screen. */
function columnsOf(
  rows: readonly ProducerMonth[],
  { columns, total }: CommandWords,
): TextColumn<ProducerMonth>[] {
  const compensation = rows.some((row) => row.compensation !== 0)
    ? [moneyColumn(columns.compensation, rows, (row) => row.compensation)]
    : []
  return [
    { heading: columns.code, of: ({ producer }) => producer.code, foot: total },
    { heading: columns.producer, of: ({ producer }) => producer.name, widest: 32 },
    moneyColumn(columns.opening, rows, (row) => row.opening),
    moneyColumn(columns.sales, rows, (row) => row.sales),
    moneyColumn(columns.returns, rows, (row) => row.returns),
    moneyColumn(columns.commission, rows, (row) => row.commission),
    ...compensation,
    moneyColumn(columns.charges, rows, (row) => row.charges + row.deductions),
    moneyColumn(columns.payouts, rows, (row) => row.payouts),
    moneyColumn(columns.closing, rows, (row) => row.closing),
    moneyColumn(columns.payable, rows, (row) => row.payable),
  ]
}

function controlLines({ controls, stock }: MonthReport, { settled }: CommandWords): string[] {
  const wrong = controls.filter(({ left, right }) => left !== right)
  const goods = stock.filter(({ closing, counted }) => closing !== counted)
  if (wrong.length + goods.length === 0) return [settled.controls(controls.length + stock.length)]
  return [
    ...wrong.map(({ key, left, right }) => settled.controlFails(key, formatMoney(left), formatMoney(right))),
    ...goods.map(({ article, closing, counted }) =>
      settled.controlFails(article, formatInteger(closing), formatInteger(counted)),
    ),
  ]
}
