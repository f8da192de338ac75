import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readBook } from '../app/import/read.ts'
import { BOOKKEEPER, type Ledger } from '../app/ledger.ts'
import { monthReport } from '../app/month-report.ts'
import { settleMonth } from '../app/months.ts'
import { stockReport } from '../app/stock-report.ts'
import { verifyLedger } from '../app/verify.ts'
import type { Book } from '../domain/book/sheets.ts'
import {
  balancesOf,
  frozenOf,
  type MonthRow,
  previewOf,
  stockOf,
  takeInWhole,
  withLedger,
} from './fixtures/ledger.ts'
import { expectSound } from './properties/sound.ts'

interface ExpectedMonth {
  readonly month: string
  readonly producers: readonly MonthRow[]
  readonly totals: Omit<MonthRow, 'code'>
  readonly partner: number
}

interface Expected {
  readonly months: readonly ExpectedMonth[]
  readonly stock: Readonly<Record<string, number>>
}

const CASES = [
  ['golden-1/book.xlsx', 'golden-1/expected.json'],
  ['golden-2/book.xlsx', 'golden-2/expected.json'],
  ['golden-3/book.xlsx', 'golden-3/expected.json'],
  ['golden-4/book.xlsx', 'golden-4/expected.json'],
  ['association-2026.xlsx', 'association-2026.expected.json'],
] as const

const bytesOf = (name: string): Uint8Array => readFileSync(`${import.meta.dirname}/data/${name}`)

async function bookOf(name: string): Promise<Book> {
  const { book, issues } = await readBook([{ name, bytes: bytesOf(name) }])
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
  return book
}

const hasFigure = ({ code: _, ...figures }: MonthRow): boolean =>
  Object.values(figures).some((value) => value !== 0)

/** The report of the month, preview or frozen, against what was worked out elsewhere. */
async function compareReport(ledger: Ledger, expected: ExpectedMonth, posted: boolean): Promise<void> {
  const report = await monthReport(ledger, expected.month)
  expect(report.posted).toBe(posted)
  const rows = report.producers.map(({ producer, ...own }) => figuresOf(producer.code, own))
  expect(rows.filter(hasFigure)).toEqual(expected.producers.filter(hasFigure))
  expect(report.totals).toEqual(expected.totals)
  expect(report.partners.reduce((sum, { share }) => sum + share, 0)).toBe(expected.partner)
  expect(report.controls.filter(({ left, right }) => left !== right)).toEqual([])
  expect(report.stock.filter(({ counted, closing }) => counted !== closing)).toEqual([])
}

function figuresOf(code: string, own: Omit<MonthRow, 'code'>): MonthRow {
  const { opening, sales, returns, commission, compensation, charges, payouts } = own
  const { due, deductions, closing, payable } = own
  return {
    code,
    opening,
    sales,
    returns,
    commission,
    compensation,
    charges,
    payouts,
    due,
    deductions,
    closing,
    payable,
  }
}

/** All accounts together, credit positive: the accounts of money at hand, debts and losses count as debits. */
function trialBalance(ledger: Ledger): number {
  return Object.entries(balancesOf(ledger)).reduce(
    (sum, [account, value]) => sum + (/^(?:cash|bank|loss|customer:)/.test(account) ? -value : value),
    0,
  )
}

async function stockOfReport(ledger: Ledger, date: string): Promise<Record<string, number>> {
  const { rows } = await stockReport(ledger, { date, by: 'lot' })
  const stock: Record<string, number> = {}
  for (const { location, article, quantity } of rows) {
    const key = `${location}|${article}`
    stock[key] = (stock[key] ?? 0) + quantity
  }
  return stock
}

describe('the goldens, to the tyiyn', () => {
  it.each(CASES)('%s', async (name, file) => {
    const expected: Expected = JSON.parse(readFileSync(`${import.meta.dirname}/data/${file}`, 'utf8'))
    const book = await bookOf(name)
    await withLedger('2026-12-31', async (ledger) => {
      await takeInWhole(ledger, book, name)
      for (const month of expected.months) {
        const rows = month.producers.filter(hasFigure)
        expect(previewOf(ledger, month.month).filter(hasFigure)).toEqual(rows)
        await compareReport(ledger, month, false)
        await settleMonth(ledger, month.month, BOOKKEEPER)
        expect(frozenOf(ledger, month.month).filter(hasFigure)).toEqual(rows)
        await compareReport(ledger, month, true)
        expect(trialBalance(ledger)).toBe(0)
      }
      // Months settled since have not touched those before them.
      for (const month of expected.months) await compareReport(ledger, month, true)
      expect(stockOf(ledger)).toEqual(expected.stock)
      expect(await stockOfReport(ledger, '2026-12-31')).toEqual(expected.stock)
      expectSound(ledger)
      expect(await verifyLedger(ledger)).toEqual([])
    })
  })
})
