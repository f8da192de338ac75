/**
 * The workbook of a settled month (отчёт комиссионера for every producer, and the sheets above them), or of its
 * preview. Sheets and columns: formats.md section 2.
 */
import { formatMonth } from '../format.ts'
import { type PaperWords, paperWords } from '../messages/paper.ts'
import type { MonthReport, ProducerMonth } from './month.ts'
import { controlSheet } from './settlement/controls.ts'
import { partnerSheet } from './settlement/partners.ts'
import { payoutSheet } from './settlement/payouts.ts'
import { producerSheet } from './settlement/producer.ts'
import { summarySheet } from './settlement/summary.ts'
import type { Workbook } from './sheet.ts'

export function settlementWorkbook(report: MonthReport, words: PaperWords = paperWords.ru): Workbook {
  return {
    title: `${words.summary.title} ${words.common.month(formatMonth(report.month, words.language))}`,
    author: report.organisation.name,
    sheets: [
      summarySheet(report, words),
      payoutSheet(report, words),
      partnerSheet(report, words),
      controlSheet(report, words),
      ...report.producers.map((each) => producerSheet(report, each, words)),
    ],
  }
}

/** One producer's report as a workbook of its own, to be sent or handed over. */
export function producerWorkbook(
  report: MonthReport,
  code: string,
  words: PaperWords = paperWords.ru,
): Workbook {
  const producer = producerOf(report, code)
  return {
    title: `${words.producerSheet.title(producer.number)}, ${producer.producer.name}`,
    author: report.organisation.name,
    sheets: [producerSheet(report, producer, words)],
  }
}

function producerOf(report: MonthReport, code: string): ProducerMonth {
  const found = report.producers.find(({ producer }) => producer.code === code)
  if (found === undefined) throw new RangeError(`no producer ${code} in the month ${report.month}`)
  return found
}
