/** «Выплаты»: who gets how much, how, and room to sign for it. */
import { formatMoney, formatMonth } from '../../format.ts'
import type { PaperWords } from '../../messages/paper.ts'
import { sum } from '../../money.ts'
import { amountInWords } from '../../words.ts'
import { cell, code, money, text, textCell } from '../content.ts'
import type { MonthReport, ProducerMonth } from '../month.ts'
import { addHead, addSignatures, page } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { SheetBuilder } from '../sheet-builder.ts'
import { counter, Table, type TableColumn, type TableRows } from '../table.ts'

const WIDTHS = [4.5, 34, 17, 25, 14, 11, 34, 20]

export function payoutSheet(report: MonthReport, words: PaperWords): Sheet {
  const month = words.common.month(formatMonth(report.month, words.language))
  const mark = { seal: report.seal, preview: !report.posted }
  const sheet = new SheetBuilder({
    name: words.payoutSheet.sheet,
    widths: WIDTHS,
    page: page('landscape', `${words.payoutSheet.title} ${month}`, mark, words),
  })
  const { organisation } = report
  addHead(sheet, { organisation, title: words.payoutSheet.title, subtitles: [month], ...mark }, words)
  const payees = report.producers.filter(({ payable }) => payable > 0)
  if (payees.length === 0) {
    sheet.line(words.payoutSheet.none, 'text')
    return sheet.finish()
  }
  const last = addPayees(sheet, payees, words)
  sheet.gap()
  sheet.line(words.payoutSheet.paid, 'text')
  const signers = [
    { role: words.common.director, name: organisation.director },
    { role: words.common.accountant, name: organisation.accountant },
    { role: words.common.cashier, name: '' },
  ]
  addSignatures(sheet, signers)
  sheet.keepTogether(last)
  return sheet.finish()
}

/** Returns the row of the last payee. */
function addPayees(sheet: SheetBuilder, payees: readonly ProducerMonth[], words: PaperWords): number {
  const table = new Table(sheet, columns(words), { body: 'body', group: 'group', rowHeight: 27 })
  const header = table.header()
  sheet.freeze(header, 2)
  sheet.repeat(header, header)
  const rows = table.body(payees)
  table.total(words.common.total, rows)
  addMethods(sheet, payees, rows, words)
  const total_tyiyn = sum(payees.map(({ payable }) => payable))
  sheet.gap(6)
  const amount = words.common.som(formatMoney(total_tyiyn))
  sheet.line(words.payoutSheet.total(`${amount} (${amountInWords(total_tyiyn, words.language)})`), 'strong')
  return rows.last
}

function columns({
  columns: names,
  figures,
  payoutSheet,
  ...words
}: PaperWords): TableColumn<ProducerMonth>[] {
  return [
    counter(names.counter),
    { key: 'producer', heading: names.producer, content: ({ producer }) => text(producer.name) },
    { key: 'inn', heading: payoutSheet.inn, content: ({ producer }) => code(producer.inn) },
    {
      key: 'document',
      heading: names.document,
      // Who signs for a group is its leader, and the document is his or hers.
      content: ({ producer }) =>
        text([producer.passport, producer.leader].filter((part) => part !== '').join('\n')),
    },
    { key: 'payable', heading: figures.payable, content: ({ payable }) => money(payable), total: true },
    {
      key: 'method',
      heading: payoutSheet.method,
      content: ({ producer }) => text(methodName(producer.payoutMethod, words.payoutMethods)),
    },
    { key: 'details', heading: payoutSheet.details, content: ({ producer }) => text(producer.details) },
    { key: 'signature', heading: names.signature, content: () => text('') },
  ]
}

/** How much of the total goes which way, where there is more than one. */
function addMethods(
  sheet: SheetBuilder,
  payees: readonly ProducerMonth[],
  { first, last }: TableRows,
  { payoutMethods, payoutSheet }: PaperWords,
): void {
  const names = payees.map(({ producer }) => methodName(producer.payoutMethod, payoutMethods))
  const methods = [...new Set(names)]
  if (methods.length < 2) return
  for (const method of methods) {
    const value_tyiyn = sum(
      payees.filter((_, index) => names[index] === method).map(({ payable }) => payable),
    )
    const formula = `SUMIF(F${first}:F${last},"${method}",E${first}:E${last})`
    sheet.add([
      textCell(payoutSheet.ofMethod(method), 'body', 4),
      cell({ ...money(value_tyiyn), formula }, 'body'),
    ])
  }
}

/** An empty way of payment is cash. */
function methodName(method: string, names: PaperWords['payoutMethods']): string {
  return names[method === '' ? 'cash' : method] ?? method
}
