import { EsepError } from '../../domain/error.ts'
import type { MonthReport } from '../../domain/reports/month.ts'
import { PAPER_NAMES } from '../../domain/reports/paper-names.ts'
import { producerWorkbook, settlementWorkbook } from '../../domain/reports/settlement.ts'
import { BOOKKEEPER } from '../ledger.ts'
import { monthReport } from '../month-report.ts'
import { settleMonth } from '../months.ts'
import { checkFolder } from '../write-file.ts'
import { command, db, EXIT, flag, text } from './command.ts'
import { type Paper, savePapers, writtenLines } from './papers.ts'
import { settlementJson, settlementText } from './settlement-answer.ts'

/** `settle MONTH`: previews, or posts, and exports the workbook. A month that is settled is shown as it was frozen. */
export const settleCommand = command({
  name: 'settle',
  usage: 'MONTH --db F [--post] [--out DIR] [--per-producer] [--json]',
  operand: 'month',
  options: { db, post: flag, out: text, 'per-producer': flag, pdf: flag },
  async run(session, { db: place, post, out, 'per-producer': perProducer, pdf }, [month = '']) {
    if (pdf) throw new EsepError('no_pdf', {})
    if (perProducer && out === undefined)
      throw new EsepError('option_missing', { option: '--out', command: 'settle' })
    // A month must not be posted and then left without the papers that were asked for.
    if (out !== undefined) checkFolder(session.path(out))
    const report = await session.withLedger(place, async (ledger) => {
      session.progress.step(session.words.steps.settling)
      if (post) await settleMonth(ledger, month, BOOKKEEPER)
      return monthReport(ledger, month)
    })
    const files = out === undefined ? [] : await savePapers(session, out, papersOf(report, perProducer))
    session.answer(settlementJson(report), () =>
      [settlementText(report, session.words, session.language), ...writtenLines(session, files)].join('\n'),
    )
    return EXIT.done
  },
})

function papersOf(report: MonthReport, perProducer: boolean): Paper[] {
  const { month, producers } = report
  const whole = { name: PAPER_NAMES.settlement(month), workbook: settlementWorkbook(report) }
  if (!perProducer) return [whole]
  const each = producers.map(({ producer: { code } }) => ({
    name: PAPER_NAMES.producer(month, code),
    workbook: producerWorkbook(report, code),
  }))
  return [whole, ...each]
}
