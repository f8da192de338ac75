/** From the opening to the closing balance, line by line out of the tables above, and the sum in words. */
import { formatMoney } from '../../format.ts'
import type { PaperWords } from '../../messages/paper.ts'
import { sum } from '../../money.ts'
import { amountInWords } from '../../words.ts'
import { cell, money, textCell } from '../content.ts'
import type { ProducerMonth } from '../month.ts'
import type { Style } from '../sheet.ts'
import { cellAddress } from '../sheet.ts'
import type { SheetBuilder } from '../sheet-builder.ts'
import type { Totals } from '../table.ts'
import { type AccountTotals, PRODUCER_WIDTHS } from './producer-tables.ts'

export interface TablesTotals extends AccountTotals {
  readonly sold: Totals | undefined
  readonly returned: Totals | undefined
}

interface BalanceLine {
  readonly label: string
  readonly value: number
  readonly formula: string | undefined
  readonly sign: '+' | '-'
  /** Left out when zero. */
  readonly sparse?: true
}

export function addBalance(
  sheet: SheetBuilder,
  month: ProducerMonth,
  totals: TablesTotals,
  words: PaperWords,
): void {
  const own = words.producerSheet
  sheet.gap()
  const first = sheet.next
  sheet.line(own.balance, 'section')
  let closing = ''
  for (const line of balanceLines(month, totals, words)) {
    if (line.sparse && line.value === 0) continue
    const at = addLine(sheet, line.label, line.value, line.formula, 'body')
    closing += closing === '' ? at : `${line.sign}${at}`
  }
  const closingAt = addLine(sheet, own.balanceClosing, month.closing, `ROUND(${closing},2)`, 'total')
  const whole = month.payable === month.closing
  addLine(sheet, own.payable, month.payable, whole ? closingAt : undefined, 'total')
  sheet.gap()
  sheet.line(inWords(month, words), 'strong')
  sheet.keepTogether(first)
}

function balanceLines(
  month: ProducerMonth,
  totals: TablesTotals,
  { producerSheet: own }: PaperWords,
): BalanceLine[] {
  const { sold, returned } = totals
  const address = (table: Totals | undefined, key: string): string | undefined => table?.get(key)?.address
  const commission = [address(sold, 'commission'), address(returned, 'commission')]
  return [
    { label: own.balanceOpening, value: month.opening, formula: undefined, sign: '+' },
    { label: own.balanceSales, value: month.sales, formula: address(sold, 'amount'), sign: '+' },
    {
      label: own.balanceReturns,
      value: month.returns,
      formula: address(returned, 'amount'),
      sign: '-',
      sparse: true,
    },
    { label: own.balanceCommission, value: month.commission, formula: difference(commission), sign: '-' },
    {
      label: own.balanceCompensation,
      value: month.compensation,
      formula: address(totals.compensation, 'amount'),
      sign: '+',
      sparse: true,
    },
    {
      label: own.balanceDeductions,
      value: sum([month.charges, month.deductions]),
      formula: address(totals.deductions, 'amount'),
      sign: '-',
      sparse: true,
    },
    {
      label: own.balancePayouts,
      value: month.payouts,
      formula: address(totals.payouts, 'amount'),
      sign: '-',
    },
  ]
}

/** The first less the second, of those that are there. */
function difference([plus, minus]: (string | undefined)[]): string | undefined {
  if (minus === undefined) return plus
  return plus === undefined ? `-${minus}` : `ROUND(${plus}-${minus},2)`
}

/** Returns the address of the figure. */
function addLine(
  sheet: SheetBuilder,
  label: string,
  value_tyiyn: number,
  formula: string | undefined,
  style: Style,
): string {
  const last = PRODUCER_WIDTHS.length
  const content = formula === undefined ? money(value_tyiyn) : { ...money(value_tyiyn), formula }
  const shown = style === 'body' && value_tyiyn < 0 ? 'negative' : style
  const row = sheet.add([
    textCell('', 'text', LABEL_FROM),
    textCell(label, style, last - 1 - LABEL_FROM),
    cell(content, shown),
  ])
  return cellAddress(row, last)
}

/** Columns left empty before the labels, so that the balance stands under the sums. */
const LABEL_FROM = 4

function inWords({ closing, payable }: ProducerMonth, { producerSheet: own, language }: PaperWords): string {
  const spelled = (amount_tyiyn: number): [string, string] => [
    formatMoney(amount_tyiyn),
    amountInWords(amount_tyiyn, language),
  ]
  if (payable > 0) return own.payableInWords(...spelled(payable))
  if (closing > 0) return own.carried(...spelled(closing))
  return closing < 0 ? own.debt(...spelled(-closing)) : own.nothing
}
