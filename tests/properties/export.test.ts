import { describe, expect, it } from 'vitest'
import { exportBook } from '../../app/export-book.ts'
import type { Book } from '../../domain/book/sheets.ts'
import { balancesOf, takeInWhole, withLedger } from '../fixtures/ledger.ts'
import { START_BOOK } from './walk.ts'

/** A carpet and a set sold at the prices of the day; a late paper then makes both cheaper from before that day. */
const LATE: Book = {
  ...START_BOOK,
  sales: [
    { row: 2, values: { date: '2026-01-10', number: '7', location: 'А', article: 'Т1', quantity: 2000 } },
    {
      row: 3,
      values: {
        date: '2026-01-10',
        number: '7',
        location: 'А',
        article: 'Н1',
        quantity: 3000,
        discount: { rate: 333 },
      },
    },
  ],
  repricings: [
    { row: 2, values: { date: '2026-01-17', paperDate: '2026-01-09', article: 'Т1', price: 1 } },
    { row: 3, values: { date: '2026-01-17', paperDate: '2026-01-09', article: 'Н1', price: 1 } },
  ],
}

describe('an exported book', () => {
  it('holds sales at the price they were made at, whatever a late paper says of that day', async () => {
    const { book, balances } = await withLedger('2026-01-20', async (ledger) => {
      await takeInWhole(ledger, LATE)
      return { ...(await exportBook(ledger)), balances: balancesOf(ledger) }
    })
    expect(book.sales.map(({ values: { price } }) => price)).toEqual([10_001, 19_333])
    await withLedger('2026-01-20', async (ledger) => {
      await takeInWhole(ledger, book)
      expect(balancesOf(ledger)).toEqual(balances)
    })
  })
})
