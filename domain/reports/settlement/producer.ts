/** Отчёт комиссионера: what one producer's goods did in the month and what is owed, to be signed by both sides. */

import { firstDay, lastDay } from '../../dates.ts'
import { formatDate, formatMonth } from '../../format.ts'
import type { PaperWords } from '../../messages/paper.ts'
import { textCell } from '../content.ts'
import type { MonthReport, ProducerMonth } from '../month.ts'
import { addMark, joined, page, SIGNATURE_HEIGHT, signatureLine } from '../paper.ts'
import type { Sheet, Style } from '../sheet.ts'
import { type RowOptions, SheetBuilder } from '../sheet-builder.ts'
import { addBalance } from './producer-balance.ts'
import { addAccountLines, addGoods, addReturned, addSold, PRODUCER_WIDTHS } from './producer-tables.ts'

export function producerSheet(report: MonthReport, month: ProducerMonth, words: PaperWords): Sheet {
  const { producer } = month
  const own = words.producerSheet
  const monthName = words.common.month(formatMonth(report.month, words.language))
  const mark = { seal: month.seal, preview: !report.posted }
  const sheet = new SheetBuilder({
    name: producer.code,
    widths: PRODUCER_WIDTHS,
    page: page('portrait', joined([`${own.title(month.number)} ${monthName}`, producer.name]), mark, words),
  })
  sheet.line(own.title(month.number), 'title')
  sheet.line(own.contract(producer.code, formatDate(producer.joined)), 'subtitle')
  const period = words.common.period(formatDate(firstDay(report.month)), formatDate(lastDay(report.month)))
  sheet.line(`${monthName} (${period})`, 'subtitle')
  addMark(sheet, mark.seal, mark.preview, words)
  sheet.gap()
  addParties(sheet, report, month, words)
  const sold = addSold(sheet, month, words)
  const returned = addReturned(sheet, month, words)
  const moved = addAccountLines(sheet, month, words)
  addGoods(sheet, month, words)
  addBalance(sheet, month, { sold, returned, ...moved }, words)
  addBothSignatures(sheet, report, month, words)
  return sheet.finish()
}

/** The two sides beside each other, a line each for what is known. */
function addParties(
  sheet: SheetBuilder,
  report: MonthReport,
  { producer }: ProducerMonth,
  words: PaperWords,
): void {
  const { common, producerSheet: own } = words
  const { organisation } = report
  const left = [
    joined([
      organisation.inn && common.inn(organisation.inn),
      organisation.okpo && common.okpo(organisation.okpo),
    ]),
    joined([organisation.address, organisation.phone && common.phone(organisation.phone)]),
    joined([
      organisation.bank,
      organisation.account && common.account(organisation.account),
      organisation.bik && common.bik(organisation.bik),
    ]),
  ]
  const method = words.payoutMethods[producer.payoutMethod]
  const taxStatus = words.taxStatuses[producer.taxStatus] ?? producer.taxStatus
  const right = [
    joined([
      own.code(producer.code),
      words.kinds[producer.kind] ?? producer.kind,
      producer.leader && own.leader(producer.leader),
    ]),
    joined([
      producer.oblast,
      producer.district,
      producer.village,
      producer.phone && common.phone(producer.phone),
    ]),
    joined([producer.inn && common.inn(producer.inn), producer.passport && own.passport(producer.passport)]),
    joined([taxStatus && own.taxStatus(taxStatus), method ? own.payout(method) : '', producer.details]),
  ]
  addPair(sheet, own.consignee, own.consignor, 'note')
  addPair(sheet, organisation.name, producer.name, 'strong')
  const [leftLines, rightLines] = [left, right].map((lines) => lines.filter((line) => line !== ''))
  const count = Math.max(leftLines?.length ?? 0, rightLines?.length ?? 0)
  for (let index = 0; index < count; index += 1) {
    addPair(sheet, leftLines?.[index] ?? '', rightLines?.[index] ?? '', 'text')
  }
}

function addPair(
  sheet: SheetBuilder,
  left: string,
  right: string,
  style: Style,
  options: RowOptions = {},
): void {
  sheet.add([textCell(left, style, LEFT), textCell(right, style, PRODUCER_WIDTHS.length - LEFT)], options)
}

/** Columns of the left half of the sheet. */
const LEFT = 5

function addBothSignatures(
  sheet: SheetBuilder,
  { organisation }: MonthReport,
  { producer }: ProducerMonth,
  words: PaperWords,
): void {
  const { common, producerSheet: own } = words
  const first = sheet.next
  sheet.gap()
  sheet.line(own.copies, 'note')
  const pair = (left: string, right: string): void =>
    addPair(sheet, left, right, 'signer', { height: SIGNATURE_HEIGHT })
  const member = { role: own.consignor, name: producer.leader || producer.name }
  addPair(sheet, own.consignee, own.accepted, 'text')
  pair(signatureLine({ role: common.director, name: organisation.director }), signatureLine(member))
  pair(signatureLine({ role: common.accountant, name: organisation.accountant }), common.dateLine)
  pair(common.stamp, common.stamp)
  sheet.keepTogether(first)
}
