import { EsepError } from '../../domain/error.ts'
import { formatDate, formatMoney } from '../../domain/format.ts'
import type { StatementReport } from '../../domain/reports/month.ts'
import { PAPER_NAMES } from '../../domain/reports/paper-names.ts'
import { statementWorkbook } from '../../domain/reports/statement.ts'
import { statementReport } from '../statement-report.ts'
import { checkFolder } from '../write-file.ts'
import { command, db, EXIT, flag, requiredDate, text } from './command.ts'
import { savePapers, writtenLines } from './papers.ts'
import { type TextColumn, textTable } from './text-table.ts'
import type { CommandWords } from './words.ts'

/** `statement PRODUCER`: the account with every move; акт сверки. */
export const statementCommand = command({
  name: 'statement',
  usage: 'PRODUCER --from D --to D --db F [--out DIR] [--json]',
  operand: 'producer',
  options: { from: requiredDate, to: requiredDate, db, out: text, pdf: flag },
  async run(session, { db: place, from, to, out, pdf }, [producer = '']) {
    if (pdf) throw new EsepError('no_pdf', {})
    if (to < from) throw new EsepError('option_invalid', { option: '--to', value: to })
    if (out !== undefined) checkFolder(session.path(out))
    const report = await session.withLedger(place, (ledger) =>
      statementReport(ledger, { producer, from, to }),
    )
    const name = PAPER_NAMES.statement(producer, from, to)
    const files =
      out === undefined ? [] : await savePapers(session, out, [{ name, workbook: statementWorkbook(report) }])
    session.answer(statementJson(report), () =>
      [statementText(report, session.words), ...writtenLines(session, files)].join('\n'),
    )
    return EXIT.done
  },
})

function statementJson(report: StatementReport): object {
  const { producer, from, to, opening, lines, debit, credit, closing } = report
  return { producer: producer.code, name: producer.name, from, to, opening, lines, debit, credit, closing }
}

type Line = StatementReport['lines'][number]

function statementText(report: StatementReport, words: CommandWords): string {
  const { columns, statement, total } = words
  const figures: Readonly<Record<string, string>> = { ...columns, deductions: columns.charges }
  const parts: TextColumn<Line>[] = [
    { heading: columns.date, of: ({ date }) => formatDate(date), foot: total },
    { heading: columns.document, of: ({ document }) => document },
    {
      heading: columns.what,
      of: ({ what, name }) => [figures[what] ?? what, name].filter((word) => word !== '').join(': '),
      widest: 40,
    },
    { heading: columns.debit, of: ({ debit }) => blank(debit), right: true, foot: formatMoney(report.debit) },
    {
      heading: columns.credit,
      of: ({ credit }) => blank(credit),
      right: true,
      foot: formatMoney(report.credit),
    },
    {
      heading: columns.balance,
      of: ({ balance }) => formatMoney(balance),
      right: true,
      foot: formatMoney(report.closing),
    },
  ]
  return [
    `${statement.title(report.producer.code, report.producer.name)}, ${statement.period(formatDate(report.from), formatDate(report.to))}`,
    '',
    `${statement.opening}: ${formatMoney(report.opening)}`,
    textTable(parts, report.lines),
    `${statement.closing}: ${formatMoney(report.closing)}`,
  ].join('\n')
}

const blank = (amount_tyiyn: number): string => (amount_tyiyn === 0 ? '' : formatMoney(amount_tyiyn))
