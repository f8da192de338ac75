/** Акт сверки: the account of one producer in two mirrored halves, and who owes whom in words. */
import { formatDate, formatMoney } from '../format.ts'
import { type PaperWords, paperWords } from '../messages/paper.ts'
import { amountInWords } from '../words.ts'
import { cell, dashed, date, money, text, textCell } from './content.ts'
import type { StatementReport } from './month.ts'
import { addHead, page, SIGNATURE_HEIGHT, signatureLine } from './paper.ts'
import { type Cell, cellAddress, type Sheet, type Style, type Workbook } from './sheet.ts'
import { type RowOptions, SheetBuilder } from './sheet-builder.ts'
import { Table, type TableColumn } from './table.ts'

const HALF = [10.5, 30, 13, 13]
/** Columns of the left half: debit and credit; of the right half they change places. */
const [DEBIT, CREDIT] = [3, 4]

type StatementLine = StatementReport['lines'][number]

export function statementWorkbook(report: StatementReport, words: PaperWords = paperWords.ru): Workbook {
  return {
    title: `${words.statement.title}, ${report.producer.name}`,
    author: report.organisation.name,
    sheets: [statementSheet(report, words)],
  }
}

function statementSheet(report: StatementReport, words: PaperWords): Sheet {
  const { statement: own, common } = words
  const { organisation, producer } = report
  const period = common.period(formatDate(report.from), formatDate(report.to))
  const mark = { seal: report.seal, preview: false }
  const sheet = new SheetBuilder({
    name: own.sheet,
    widths: [...HALF, ...HALF],
    page: page('landscape', `${own.title} ${period}, ${producer.name}`, mark, words),
  })
  const subtitles = [own.between(organisation.name, producer.name), period]
  addHead(sheet, { organisation, title: own.title, subtitles, ...mark }, words)
  addHalves(sheet, own.left(organisation.name), own.left(producer.name), 'group')
  const table = new Table(sheet, columns(words))
  const header = table.header()
  sheet.freeze(header, 0)
  sheet.repeat(header, header)
  const opening = addOpening(sheet, report, words)
  table.total(own.turnover, table.body(report.lines))
  addClosing(sheet, report, opening, words)
  addConclusion(sheet, report, words)
  return sheet.finish()
}

function columns({ columns: names, statement: own }: PaperWords): TableColumn<StatementLine>[] {
  const what = ({ document, what, name }: StatementLine) =>
    text(`${document}, ${own.figures[what]}${name === '' ? '' : `: ${name}`}`)
  const side = (key: 'debit' | 'credit') => (line: StatementLine) => dashed(money(line[key]))
  return [
    { key: 'date', heading: names.date, content: (line) => date(line.date) },
    { key: 'what', heading: own.document, content: what },
    { key: 'debit', heading: own.debit, content: side('debit'), total: true },
    { key: 'credit', heading: own.credit, content: side('credit'), total: true },
    { key: 'itsDate', heading: names.date, content: (line) => date(line.date) },
    { key: 'itsWhat', heading: own.document, content: what },
    { key: 'itsDebit', heading: own.debit, content: side('credit'), formula: '{credit}', total: true },
    { key: 'itsCredit', heading: own.credit, content: side('debit'), formula: '{debit}', total: true },
  ]
}

/** What the association owes stands on its credit side; a producer's debt on its debit side. */
function addOpening(
  sheet: SheetBuilder,
  { from, opening }: StatementReport,
  { statement: own }: PaperWords,
): number {
  const label = own.opening(formatDate(from))
  const [debit, credit] = [money(Math.max(-opening, 0)), money(Math.max(opening, 0))]
  return sheet.add(
    balanceCells(sheet.next, label, cell(dashed(debit), 'total'), cell(dashed(credit), 'total')),
  )
}

function addClosing(
  sheet: SheetBuilder,
  { to, closing }: StatementReport,
  opening: number,
  { statement: own }: PaperWords,
): void {
  const turnover = sheet.next - 1
  const [openDebit, openCredit, debit, credit] = [
    cellAddress(opening, DEBIT),
    cellAddress(opening, CREDIT),
    cellAddress(turnover, DEBIT),
    cellAddress(turnover, CREDIT),
  ]
  const owed = `${openCredit}-${openDebit}+${credit}-${debit}`
  const debitCell = { ...dashed(money(Math.max(-closing, 0))), formula: `MAX(0,ROUND(-(${owed}),2))` }
  const creditCell = { ...dashed(money(Math.max(closing, 0))), formula: `MAX(0,ROUND(${owed},2))` }
  const label = own.closing(formatDate(to))
  sheet.add(balanceCells(sheet.next, label, cell(debitCell, 'total'), cell(creditCell, 'total')))
  sheet.keepTogether(turnover)
}

/** A row of balances: the right half shows the left one the other way round. */
function balanceCells(row: number, label: string, debit: Cell, credit: Cell): Cell[] {
  const mirrored = (of: Cell, column: number): Cell => ({ ...of, formula: cellAddress(row, column) }) as Cell
  return [
    textCell(label, 'total', 2),
    debit,
    credit,
    textCell(label, 'total', 2),
    mirrored(credit, CREDIT),
    mirrored(debit, DEBIT),
  ]
}

function addConclusion(sheet: SheetBuilder, report: StatementReport, words: PaperWords): void {
  const { statement: own, common } = words
  const { organisation, producer } = report
  sheet.gap()
  const first = sheet.next
  sheet.line(conclusion(report, words), 'strong')
  sheet.gap()
  addHalves(sheet, own.fromAssociation, own.fromProducer, 'strong')
  addHalves(sheet, organisation.name, producer.name, 'text')
  const sign = (left: string, right: string): void =>
    addHalves(sheet, left, right, 'signer', { height: SIGNATURE_HEIGHT })
  sign(
    signatureLine({ role: common.director, name: organisation.director }),
    signatureLine({ role: '', name: producer.leader || producer.name }).trimStart(),
  )
  sign(signatureLine({ role: common.accountant, name: organisation.accountant }), common.dateLine)
  sign(common.stamp, common.stamp)
  sheet.keepTogether(first)
}

function addHalves(
  sheet: SheetBuilder,
  left: string,
  right: string,
  style: Style,
  options: RowOptions = {},
): void {
  sheet.add([textCell(left, style, HALF.length), textCell(right, style, HALF.length)], options)
}

function conclusion(report: StatementReport, { statement: own, language }: PaperWords): string {
  const day = formatDate(report.to)
  if (report.closing === 0) return own.even(day)
  const names = [report.organisation.name, report.producer.name] as const
  const [debtor, creditor] = report.closing > 0 ? names : [names[1], names[0]]
  const amount_tyiyn = Math.abs(report.closing)
  return own.owed(day, debtor, creditor, formatMoney(amount_tyiyn), amountInWords(amount_tyiyn, language))
}
