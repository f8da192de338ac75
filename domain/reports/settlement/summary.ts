/** «Сводная»: every producer in one row, and what becomes of the closing balances. */
import { formatMonth } from '../../format.ts'
import type { PaperWords } from '../../messages/paper.ts'
import { sum } from '../../money.ts'
import { cell, code, dashed, money, text, textCell } from '../content.ts'
import type { MonthReport, ProducerMonth } from '../month.ts'
import { addHead, addSignatures, page } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { SheetBuilder } from '../sheet-builder.ts'
import { counter, Table, type TableColumn, type TableRows, type Totals } from '../table.ts'

const WIDTHS = [4.5, 7, 24, 13, 12, 12, 10, 11, 12, 11, 11, 12, 12, 12, 15]

export function summarySheet(report: MonthReport, words: PaperWords): Sheet {
  const month = words.common.month(formatMonth(report.month, words.language))
  const mark = { seal: report.seal, preview: !report.posted }
  const sheet = new SheetBuilder({
    name: words.summary.sheet,
    widths: WIDTHS,
    page: page('landscape', `${words.summary.title} ${month}`, mark, words),
  })
  const { organisation } = report
  addHead(sheet, { organisation, title: words.summary.title, subtitles: [month], ...mark }, words)
  const table = new Table(sheet, columns(words), { body: 'body', group: 'group', rowHeight: 18 })
  const header = table.header()
  sheet.freeze(header, 3)
  sheet.repeat(header, header)
  const rows = table.body(report.producers)
  const totals = table.total(words.common.total, rows)
  addClosing(sheet, report, rows, totals, words)
  const signers = [
    { role: words.common.director, name: organisation.director },
    { role: words.common.accountant, name: organisation.accountant },
  ]
  sheet.gap()
  addSignatures(sheet, signers)
  // What is signed stands with a part of what it is signed for.
  sheet.keepTogether(rows.last)
  return sheet.finish()
}

function columns({ columns: names, figures }: PaperWords): TableColumn<ProducerMonth>[] {
  return [
    counter(names.counter),
    { key: 'code', heading: names.code, content: ({ producer }) => code(producer.code) },
    { key: 'producer', heading: names.producer, content: ({ producer }) => text(producer.name) },
    { key: 'village', heading: names.village, content: ({ producer }) => text(producer.village) },
    { key: 'opening', heading: figures.opening, content: (each) => dashed(money(each.opening)), total: true },
    { key: 'sales', heading: figures.sales, content: (each) => dashed(money(each.sales)), total: true },
    { key: 'returns', heading: figures.returns, content: (each) => dashed(money(each.returns)), total: true },
    {
      key: 'commission',
      heading: figures.commission,
      content: (each) => dashed(money(each.commission)),
      total: true,
    },
    {
      key: 'due',
      heading: figures.due,
      content: (each) => dashed(money(each.due)),
      formula: 'ROUND({sales}-{returns}-{commission},2)',
      total: true,
    },
    {
      key: 'compensation',
      heading: figures.compensation,
      content: (each) => dashed(money(each.compensation)),
      total: true,
    },
    {
      key: 'deductions',
      heading: figures.deductions,
      content: (each) => dashed(money(sum([each.charges, each.deductions]))),
      total: true,
    },
    { key: 'payouts', heading: figures.payouts, content: (each) => dashed(money(each.payouts)), total: true },
    {
      key: 'closing',
      heading: figures.closing,
      content: (each) => money(each.closing),
      formula: 'ROUND({opening}+{due}+{compensation}-{deductions}-{payouts},2)',
      total: true,
    },
    { key: 'payable', heading: figures.payable, content: (each) => money(each.payable), total: true },
    { key: 'signature', heading: names.signature, content: () => text('') },
  ]
}

/** Closing = payable + carried over + debts, so that nobody looks for the difference. */
function addClosing(
  sheet: SheetBuilder,
  { producers }: MonthReport,
  { first, last }: TableRows,
  totals: Totals,
  { summary }: PaperWords,
): void {
  const [closing, payable] = [totals.get('closing'), totals.get('payable')]
  if (closing === undefined || payable === undefined || producers.length === 0) return
  const debts_tyiyn = sum(producers.map((each) => Math.min(each.closing, 0)))
  const column = closing.address.replace(/\d+/, '')
  const line = (label: string, value: number, formula: string): number =>
    sheet.add([
      textCell('', 'text'),
      textCell(label, 'text', 7),
      cell({ ...money(value), formula }, value < 0 ? 'negative' : 'body'),
    ])
  sheet.gap()
  const at = sheet.next
  line(summary.payable, payable.value, payable.address)
  const carried_tyiyn = closing.value - payable.value - debts_tyiyn
  line(summary.carried, carried_tyiyn, `ROUND(${closing.address}-I${at}-I${at + 2},2)`)
  line(summary.debts, debts_tyiyn, `SUMIF(${column}${first}:${column}${last},"<0")`)
  line(summary.closing, closing.value, `ROUND(SUM(I${at}:I${at + 2}),2)`)
}
