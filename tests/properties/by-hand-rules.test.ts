import { describe, expect, it } from 'vitest'
import { addTerms } from '../../app/catalogues.ts'
import { discardDraft, postDocument, saveDraft } from '../../app/documents.ts'
import { BOOKKEEPER, change, type Ledger } from '../../app/ledger.ts'
import { reopenMonth, settleMonth } from '../../app/months.ts'
import { reverseDocument } from '../../app/reverse.ts'
import type { DocumentInput, InputFor } from '../../domain/documents/registry.ts'
import {
  balancesOf,
  dumpOf,
  frozenOf,
  type StillClock,
  stockOf,
  takeInWhole,
  withLedger,
} from '../fixtures/ledger.ts'
import { START_BOOK } from './walk.ts'

const inStart = (today: string, body: (ledger: Ledger, clock: StillClock) => Promise<void>): Promise<void> =>
  withLedger(today, async (ledger, clock) => {
    await takeInWhole(ledger, START_BOOK)
    await body(ledger, clock)
  })

type SaleLine = InputFor<'sale'>['lines'][number]

const sale = (
  id: string,
  date: string,
  lines: SaleLine[],
  more: Partial<InputFor<'sale'>> = {},
): DocumentInput => ({
  id,
  kind: 'sale',
  date,
  location: 1,
  ...more,
  lines,
})

/** It is refused for that reason, and the ledger holds the same as before. */
async function expectRefused(ledger: Ledger, act: () => Promise<unknown>, code: string): Promise<void> {
  const before = dumpOf(ledger)
  await expect(act()).rejects.toMatchObject({ code })
  expect(dumpOf(ledger)).toEqual(before)
}

const post = (ledger: Ledger, input: DocumentInput) => postDocument(ledger, input, BOOKKEEPER)

const partsOf = (ledger: Ledger, document: number) =>
  ledger.connection.all<object>(
    `SELECT line, lot_id AS lot, amount_tyiyn AS a, commission_tyiyn AS c, partner_tyiyn AS h
     FROM document_line WHERE document_id = ? ORDER BY line, part`,
    [document],
  )

describe('a sale by hand', () => {
  it('spreads its discount over the lines after their own, by largest remainder', async () => {
    await inStart('2026-01-12', async (ledger) => {
      const lines = [
        { product: 1, quantity_milli: 1000, price_tyiyn: 100, discount: { rate_bp: 5000 }, lot: 1 },
        { product: 1, quantity_milli: 1000, price_tyiyn: 200, lot: 1 },
        { product: 1, quantity_milli: 1000, price_tyiyn: 3, lot: 1 },
      ]
      const { id } = await post(ledger, sale('sale', '2026-01-05', lines, { discount: { amount_tyiyn: 10 } }))
      // 10 over 50 : 200 : 3 is 1.98, 7.91 and 0.12.
      expect(partsOf(ledger, id)).toMatchObject([
        { line: 1, a: 48, c: 6, h: 5 },
        { line: 2, a: 192, c: 24, h: 19 },
        { line: 3, a: 3, c: 0, h: 0 },
      ])
    })
  })

  it('gives the tyiyn left over to the earlier of equals', async () => {
    await inStart('2026-01-12', async (ledger) => {
      const line = { product: 1, quantity_milli: 1000, price_tyiyn: 100, lot: 1 }
      const lines = [line, line, line, line]
      const { id } = await post(ledger, sale('sale', '2026-01-05', lines, { discount: { amount_tyiyn: 2 } }))
      expect(partsOf(ledger, id)).toMatchObject([{ a: 99 }, { a: 99 }, { a: 100 }, { a: 100 }])
    })
  })

  it('goes by the terms of its lot before all others', async () => {
    await inStart('2026-01-12', async (ledger) => {
      const scope = { product_id: null, producer_id: null, location_id: null }
      const terms = { from_date: '2026-01-04', lot_id: 1, method: 'percent_of_sale' as const, rate_bp: 9000 }
      await change(ledger, BOOKKEEPER, (work) => addTerms(work, { ...scope, ...terms, fixed_tyiyn: null }))
      const line = { product: 1, quantity_milli: 1000, price_tyiyn: 10_000 }
      const before = await post(ledger, sale('before', '2026-01-03', [{ ...line, lot: 1 }]))
      const own = await post(ledger, sale('own', '2026-01-04', [{ ...line, lot: 1 }]))
      const other = await post(ledger, sale('other', '2026-01-04', [{ ...line, lot: 4 }]))
      expect(partsOf(ledger, before.id)).toEqual([{ line: 1, lot: 1, a: 10_000, c: 1250, h: 1000 }])
      expect(partsOf(ledger, own.id)).toEqual([{ line: 1, lot: 1, a: 10_000, c: 9000, h: 1000 }])
      expect(partsOf(ledger, other.id)).toEqual([{ line: 1, lot: 4, a: 10_000, c: 1250, h: 1000 }])
    })
  })

  it('of a set gives back the components of that set, never the same goods sold beside it', async () => {
    await inStart('2026-01-12', async (ledger) => {
      const set =
        ledger.connection.get<{ id: number }>("SELECT id FROM product WHERE article = 'Н1'", [])?.id ?? 0
      const { id } = await post(
        ledger,
        sale('sale', '2026-01-05', [
          { product: 1, quantity_milli: 2000, price_tyiyn: 1 },
          { product: set, quantity_milli: 1000 },
        ]),
      )
      const back = (name: string, product: number, quantity_milli: number): DocumentInput => {
        return {
          id: name,
          kind: 'customer_return',
          date: '2026-01-06',
          lines: [{ sale: id, product, quantity_milli }],
        }
      }
      const returned = await post(ledger, back('set', set, 1000))
      const sources = ledger.connection.all<object>(
        'SELECT source_line, product_id, set_id, quantity_milli FROM document_line WHERE document_id = ?',
        [returned.id],
      )
      expect(sources).toEqual([
        { source_line: 2, product_id: 1, set_id: set, quantity_milli: 2000 },
        { source_line: 2, product_id: 2, set_id: set, quantity_milli: 333 },
      ])
      await expectRefused(ledger, () => post(ledger, back('again', set, 1000)), 'return_exceeds_sale')
      await post(ledger, back('beside', 1, 2000))
      await expectRefused(ledger, () => post(ledger, back('more', 1, 1000)), 'return_exceeds_sale')
    })
  })

  it('that the ledger does not hold comes back as one of that day', async () => {
    await inStart('2026-01-12', async (ledger) => {
      const before = balancesOf(ledger)
      const line = { product: 1, lot: 1, price_tyiyn: 5000, quantity_milli: 2000, location: 1 }
      await post(ledger, { id: 'back', kind: 'customer_return', date: '2026-01-05', lines: [line] })
      expect(balancesOf(ledger)).toEqual({
        ...before,
        'producer:001': (before['producer:001'] ?? 0) - 8750,
        'partner:КМЦ': -1000,
        cash: -10_000,
        income: -250,
      })
    })
  })
})

describe('goods taken with a date gone by', () => {
  it('are no more than the lot held at the worst of the days since', async () => {
    await inStart('2026-01-12', async (ledger) => {
      const dried = (quantity_milli: number) => [{ product: 3, quantity_milli, lot: 6 }]
      const { id } = await post(ledger, sale('most', '2026-01-05', dried(5000)))
      const line = { sale: id, product: 3, quantity_milli: 5000 }
      await post(ledger, { id: 'back', kind: 'customer_return', date: '2026-01-08', lines: [line] })
      const late = (name: string, quantity: number) => () =>
        post(ledger, sale(name, '2026-01-03', dried(quantity)))
      await expectRefused(ledger, late('too much', 2000), 'not_enough_stock')
      await late('just enough', 1000)()
      await expectRefused(ledger, late('one more', 1000), 'not_enough_stock')
      await post(ledger, sale('after all', '2026-01-08', dried(5000)))
    })
  })
})

describe('a count', () => {
  it('holds the shelf against the book at the end of its own day', async () => {
    await inStart('2026-01-12', async (ledger) => {
      await post(ledger, sale('later', '2026-01-09', [{ product: 3, quantity_milli: 2000 }]))
      const line = { product: 3, counted_milli: 5000, bearer: 'producer' as const }
      const count: DocumentInput = {
        id: 'count',
        kind: 'stock_count',
        date: '2026-01-05',
        location: 1,
        lines: [line],
      }
      const { id } = await post(ledger, count)
      const booked = ledger.connection.all<object>(
        'SELECT part, quantity_milli AS q, book_milli AS book FROM document_line WHERE document_id = ?',
        [id],
      )
      expect(booked).toEqual([
        { part: 0, q: 5000, book: 6000 },
        { part: 1, q: 1000, book: null },
      ])
      expect(stockOf(ledger, '2026-01-05')).toMatchObject({ 'А|Т3': 5000 })
      expect(stockOf(ledger)).toMatchObject({ 'А|Т3': 3000 })
    })
  })
})

describe('a question', () => {
  it('about goods past their last good day needs a reason for an answer', async () => {
    await inStart('2026-01-28', async (ledger) => {
      const honey = { product: 2, quantity_milli: 500 }
      await post(ledger, sale('in time', '2026-01-25', [honey]))
      const late = sale('late', '2026-01-26', [honey])
      await expectRefused(ledger, () => post(ledger, late), 'expired_lot')
      await expectRefused(
        ledger,
        () => post(ledger, { ...late, confirmed: { expired_lot: ' ' } }),
        'expired_lot',
      )
      await post(ledger, { ...late, confirmed: { expired_lot: 'уценка' } })
      // A late paper is asked by its own day.
      await post(ledger, { ...sale('paper', '2026-01-27', [honey]), paperDate: '2026-01-25' })
    })
  })

  it('about a negative commission or too large a payout needs only a yes', async () => {
    await inStart('2026-01-12', async (ledger) => {
      const hat = sale('hat', '2026-01-05', [{ product: 4, quantity_milli: 1000 }], { location: 2 })
      await expectRefused(ledger, () => post(ledger, hat), 'negative_commission')
      await post(ledger, { ...hat, confirmed: { negative_commission: '' } })
      const pay = (id: string, amount_tyiyn: number): DocumentInput => {
        return { id, kind: 'payout', date: '2026-01-05', lines: [{ producer: 1, amount_tyiyn }] }
      }
      await post(ledger, pay('all', 12_345))
      await expectRefused(ledger, () => post(ledger, pay('more', 1)), 'payout_over_balance')
      await post(ledger, { ...pay('more', 1), confirmed: { payout_over_balance: '' } })
      await post(ledger, pay('paid in', -1))
    })
  })
})

describe('cash that is rounded', () => {
  it('is rounded once a sale, and in a payout once a person', async () => {
    await inStart('2026-02-05', async (ledger) => {
      const carpets = [12, 12].map((price_tyiyn) => ({ product: 1, quantity_milli: 1000, price_tyiyn }))
      await post(ledger, sale('sale', '2026-02-02', carpets))
      expect(balancesOf(ledger)).toMatchObject({ 'producer:001': 12_345 + 24 - 4, rounding: -24 })
      const paid = [
        [1, 20],
        [2, 20],
        [1, 20],
      ] as const
      const lines = paid.map(([producer, amount_tyiyn]) => ({
        producer,
        amount_tyiyn,
        method: 'cash' as const,
      }))
      const confirmed = { payout_over_balance: '' }
      await post(ledger, { id: 'payout', kind: 'payout', date: '2026-02-02', confirmed, lines })
      // One is handed 50 for 40, the other nothing for 20.
      expect(balancesOf(ledger)).toMatchObject({ cash: -50, rounding: -24 - 10 + 20 })
    })
  })
})

describe('months', () => {
  const settle = (ledger: Ledger, month: string) => () => settleMonth(ledger, month, BOOKKEEPER)
  const reopen = (ledger: Ledger, month: string, reason: string) => () =>
    reopenMonth(ledger, month, reason, BOOKKEEPER)

  it('settle in order, each once, when it is over and no draft is left in it', async () => {
    await inStart('2026-01-30', async (ledger, clock) => {
      await expectRefused(ledger, settle(ledger, '2026-01'), 'month_not_over')
      clock.day = '2026-03-31'
      await expectRefused(ledger, settle(ledger, '2025-12'), 'nothing_to_settle')
      await expectRefused(ledger, settle(ledger, '2026-02'), 'month_before_open')
      const draft = { id: 'draft', kind: 'sale' as const, date: '2026-01-31', input: {} }
      await saveDraft(ledger, draft, BOOKKEEPER)
      await expectRefused(ledger, settle(ledger, '2026-01'), 'month_has_drafts')
      await discardDraft(ledger, 'draft', BOOKKEEPER)
      await settle(ledger, '2026-01')()
      await expectRefused(ledger, settle(ledger, '2026-01'), 'month_already_settled')
      await expectRefused(ledger, settle(ledger, '2026-03'), 'month_before_open')
      // A month without a paper settles like any other.
      await settle(ledger, '2026-02')()
      await settle(ledger, '2026-03')()
    })
  })

  it('reopen from the last, with a reason, and give back what they deducted', async () => {
    await inStart('2026-02-28', async (ledger) => {
      await post(ledger, sale('sale', '2026-01-05', [{ product: 1, quantity_milli: 1000, lot: 1 }]))
      const before = balancesOf(ledger)
      await expectRefused(ledger, reopen(ledger, '2026-01', 'ошибка'), 'month_not_settled')
      await settle(ledger, '2026-01')()
      expect(balancesOf(ledger)).not.toEqual(before)
      await settle(ledger, '2026-02')()
      await expectRefused(ledger, reopen(ledger, '2026-01', 'ошибка'), 'month_not_last_settled')
      await expectRefused(ledger, reopen(ledger, '2026-02', ' '), 'reason_required')
      await reopen(ledger, '2026-02', 'ошибка')()
      await reopen(ledger, '2026-01', 'ошибка')()
      expect(balancesOf(ledger)).toEqual(before)
    })
  })

  it('pay out what reaches the least payout, and carry over a tyiyn less', async () => {
    for (const [closing, payable] of [
      [5000, 5000],
      [4999, 0],
      [0, 0],
      [-1, 0],
    ] as const) {
      await inStart('2026-01-31', async (ledger) => {
        const charge = { producer: 1, what: 'упаковка', amount_tyiyn: 12_345 - closing }
        await post(ledger, { id: 'charge', kind: 'charge', date: '2026-01-05', lines: [charge] })
        await settle(ledger, '2026-01')()
        expect(frozenOf(ledger, '2026-01')).toMatchObject([{ code: '001', closing, payable }])
      })
    }
  })

  it('once settled keep their openings and settlements from being reversed', async () => {
    await inStart('2026-02-28', async (ledger) => {
      await settle(ledger, '2026-01')()
      const documents = ledger.connection.all<{ id: number; kind: string }>(
        "SELECT id, kind FROM document WHERE kind IN ('opening', 'settlement')",
        [],
      )
      const codes = { opening: 'reversal_of_settled_opening', settlement: 'reversal_of_settlement' }
      expect(new Set(documents.map(({ kind }) => kind)).size).toBe(2)
      for (const { id, kind } of documents) {
        const request = { id: `back-${id}`, document: id, reason: 'ошибка' }
        const code = kind === 'opening' ? codes.opening : codes.settlement
        await expectRefused(ledger, () => reverseDocument(ledger, request, BOOKKEEPER), code)
      }
    })
  })
})
