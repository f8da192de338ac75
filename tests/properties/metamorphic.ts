/** What must not change the figures: the order of the days, the way a book comes in, a month opened and settled again. */
import { expect } from 'vitest'
import { exportBook } from '../../app/export-book.ts'
import { BOOKKEEPER, type Ledger } from '../../app/ledger.ts'
import { reopenMonth, settleMonth } from '../../app/months.ts'
import { verifyLedger } from '../../app/verify.ts'
import type { Book, SheetKey } from '../../domain/book/sheets.ts'
import { lastDay, monthOf } from '../../domain/dates.ts'
import {
  dumpOf,
  frozenOf,
  monthsOf,
  previewOf,
  settleAll,
  takeInWhole,
  withLedger,
} from '../fixtures/ledger.ts'
import type { GeneratedBook } from '../naive/books.ts'
import { filledRows } from './compare.ts'
import { expectSound } from './sound.ts'
import { datedRows, datesOf, type Outcome, rowsOf, settledOutcome } from './state.ts'

/** A relation that holds for every book; `pick` chooses where it is cut or how it is mixed. */
export type Relation = (generated: GeneratedBook, pick: number) => Promise<void>

/** What the months, stock and accounts come to when the book is taken in by itself. */
const outcomeOf = (book: Book, today: string): Promise<Outcome> =>
  withLedger(today, async (ledger) => {
    await takeInWhole(ledger, book)
    return settledOutcome(ledger)
  })

/** A day that parts the book's documents in two. */
function partingDay(book: Book, pick: number): string | undefined {
  const dates = datesOf(book)
  return dates[1 + (pick % Math.max(dates.length - 1, 1))]
}

export const anyOrderOfDays: Relation = async ({ book, today }, pick) => {
  const dates = datesOf(book)
  const rank = ({ values: { date } }: { values: { date?: string } }) =>
    date === undefined ? 0 : ((dates.indexOf(date) + 1) * (2 * pick + 1)) % 10_007
  const entries = (Object.keys(book) as SheetKey[]).map((sheet) => {
    return [sheet, rowsOf(book, sheet).toSorted((left, right) => rank(left) - rank(right))]
  })
  const mixed = Object.fromEntries(entries.toReversed()) as Book
  expect(await outcomeOf(mixed, today)).toEqual(await outcomeOf(book, today))
}

export const byHalves: Relation = async ({ book, today }, pick) => {
  const day = partingDay(book, pick)
  if (day === undefined) return
  const halves = await withLedger(today, async (ledger) => {
    const before = datedRows(book, (date) => date < day)
    await takeInWhole(ledger, before, 'Первая.xlsx')
    const after = datedRows(book, (date) => date >= day)
    await takeInWhole(ledger, after, 'Вторая.xlsx')
    return settledOutcome(ledger)
  })
  expect(halves).toEqual(await outcomeOf(book, today))
}

export const grown: Relation = async ({ book, today }, pick) => {
  const day = partingDay(book, pick)
  if (day === undefined) return
  const outcome = await withLedger(today, async (ledger) => {
    const before = datedRows(book, (date) => date < day)
    const first = await takeInWhole(ledger, before, 'Первая.xlsx')
    const second = await takeInWhole(ledger, book, 'Выросла.xlsx')
    const known = second.counts.reduce((sum, count) => sum + count.known, 0)
    expect(known).toBe(first.counts.reduce((sum, count) => sum + count.posted, 0))
    return settledOutcome(ledger)
  })
  expect(outcome).toEqual(await outcomeOf(book, today))
}

/** Settles the months up to the parting day first; the rest of the book comes when they are locked. */
export const grownByMonths: Relation = async ({ book, today }, pick) => {
  const day = partingDay(book, pick)
  if (day === undefined) return
  const end = lastDay(monthOf(day))
  if (datesOf(book).every((date) => date <= end)) return
  const whole = await outcomeOf(book, today)
  await withLedger(today, async (ledger) => {
    const before = datedRows(book, (date) => date <= end)
    await takeInWhole(ledger, before, 'Первая.xlsx')
    const settled = monthsOf(ledger).filter((month) => lastDay(month) <= end)
    const frozen = await settleAll(ledger, settled)
    await takeInWhole(ledger, book, 'Выросла.xlsx')
    for (const [month, rows] of frozen) {
      expect(frozenOf(ledger, month)).toEqual(rows)
      expect(filledRows(rows)).toEqual(whole.months[month]?.rows)
    }
    const outcome = await settledOutcome(ledger, monthsOf(ledger).slice(settled.length))
    expect(outcome.stock).toEqual(whole.stock)
    expect(outcome.balances).toEqual(whole.balances)
    expect(whole.months).toMatchObject(outcome.months)
  })
}

export const exportedAndTakenIn: Relation = async ({ book, today }) => {
  const exported = await withLedger(today, async (ledger) => {
    await takeInWhole(ledger, book)
    const { book: copy, left } = await exportBook(ledger)
    expect(left).toEqual([])
    return { copy, outcome: await settledOutcome(ledger) }
  })
  await withLedger(today, async (ledger) => {
    await takeInWhole(ledger, exported.copy)
    expect((await exportBook(ledger)).book).toEqual(exported.copy)
    expect(await settledOutcome(ledger)).toEqual(exported.outcome)
  })
}

export const settledTwice: Relation = async ({ book, today }) => {
  await withLedger(today, async (ledger) => {
    await takeInWhole(ledger, book)
    for (const month of monthsOf(ledger)) {
      const preview = previewOf(ledger, month)
      await settleMonth(ledger, month, BOOKKEEPER)
      const [frozen, stored] = [frozenOf(ledger, month), derivedOf(ledger)]
      expect(frozen).toEqual(preview)
      await reopenMonth(ledger, month, 'проверка', BOOKKEEPER)
      expect(previewOf(ledger, month)).toEqual(preview)
      await settleMonth(ledger, month, BOOKKEEPER)
      expect(frozenOf(ledger, month)).toEqual(frozen)
      expect(derivedOf(ledger)).toEqual(stored)
    }
    expectSound(ledger)
    expect(await verifyLedger(ledger)).toEqual([])
  })
}

/** What is stored for speed, without the rows that came to nothing. */
function derivedOf(ledger: Ledger): unknown {
  const { account_snapshot, stock_snapshot, stock_balance } = dumpOf(ledger)
  const sums = ledger.connection.all(
    'SELECT month, account_id, sum(amount_tyiyn) AS amount FROM account_month GROUP BY 1, 2 HAVING amount <> 0',
    [],
  )
  return { account_snapshot, stock_snapshot, stock_balance, sums }
}
