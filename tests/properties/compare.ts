import { expect } from 'vitest'
import type { Book } from '../../domain/book/sheets.ts'
import {
  balancesOf,
  frozenOf,
  type MonthRow,
  partnerShareOf,
  previewOf,
  settleAll,
  stockOf,
  takeInWhole,
  withLedger,
} from '../fixtures/ledger.ts'
import { type NaiveResult, runModel } from '../naive/model.ts'

type ExpectedMonth = NaiveResult['months'][number]

const FIGURES = [
  'opening',
  'sales',
  'returns',
  'commission',
  'compensation',
  'charges',
  'payouts',
  'due',
  'deductions',
  'closing',
  'payable',
] as const

/** Producers without any figure get no settlement; elsewhere they stand with zeros. */
export function withFigures(expected: ExpectedMonth): MonthRow[] {
  return expected.producers.filter((row) => FIGURES.some((figure) => row[figure] !== 0))
}

/** The rows that have any figure: one whose moves cancel out may stand there with zeros. */
export const filledRows = (rows: readonly MonthRow[]): MonthRow[] =>
  rows.filter((row) => FIGURES.some((figure) => row[figure] !== 0))

export interface GivenBook {
  readonly book: Book
  readonly today: string
}

/** Takes the book in, settles its months, and holds everything against the naive model. */
export function compareWithModel({ book, today }: GivenBook): Promise<void> {
  const expected = runModel(book, { today })
  if (expected.refusal) throw new Error(`the model refuses: ${JSON.stringify(expected.refusal)}`)
  return withLedger(today, async (ledger) => {
    await takeInWhole(ledger, book)
    for (const month of expected.months) {
      const rows = withFigures(month)
      expect(filledRows(previewOf(ledger, month.month))).toEqual(rows)
      await settleAll(ledger, [month.month])
      expect(filledRows(frozenOf(ledger, month.month))).toEqual(rows)
      expect(await partnerShareOf(ledger, month.month)).toBe(month.partner)
    }
    expect(stockOf(ledger)).toEqual(expected.stock)
    expect(balancesOf(ledger)).toEqual(expected.balances)
  })
}
