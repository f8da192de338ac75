import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../app/ledger.ts'
import { SHEETS } from '../../domain/book/sheets.ts'
import { EsepError } from '../../domain/error.ts'
import { dumpOf, takeIn, takeInWhole, withLedger } from '../fixtures/ledger.ts'
import { bookArbitrary } from '../naive/books.ts'
import { spoiltBookArbitrary } from '../naive/mutations.ts'

const SIZES = { minSteps: 5, maxSteps: 40 }
const RUNS = { numRuns: 200, seed: 20260401 }

/** The code of the refusal; fails where nothing is refused. */
async function refusalOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
  } catch (error) {
    if (error instanceof EsepError) return error.code
    throw error
  }
  throw new Error('it was not refused')
}

/** Whatever the body does, the ledger holds the same afterwards, to the last row of the last table. */
async function changesNothing<T>(ledger: Ledger, body: () => Promise<T>): Promise<T> {
  const before = dumpOf(ledger)
  const result = await body()
  expect(dumpOf(ledger)).toEqual(before)
  return result
}

describe('a book with one thing wrong', () => {
  it('is refused for that reason at that row, and leaves no trace', async () => {
    await fc.assert(
      fc.asyncProperty(spoiltBookArbitrary(SIZES), async ({ bad }) => {
        await withLedger(bad.today, async (ledger) => {
          const result = await changesNothing(ledger, () => takeIn(ledger, bad.book))
          expect(result.written).toBe(false)
          const errors = result.issues.filter(({ severity }) => severity === 'error')
          const own = errors.filter(
            ({ sheet, row, follows }) =>
              sheet === SHEETS[bad.sheet].name && (bad.row === undefined || row === bad.row) && !follows,
          )
          const codes = own.map(({ code }) => code)
          expect({ what: bad.what, codes, errors }).toMatchObject({
            what: bad.what,
            codes: expect.arrayContaining([bad.code]),
          })
        })
      }),
      RUNS,
    )
  })
})

describe('a book that is not to be written', () => {
  it('of a dry run changes nothing, and says what the real one does', async () => {
    await fc.assert(
      fc.asyncProperty(bookArbitrary(SIZES), async ({ book, today }) => {
        await withLedger(today, async (ledger) => {
          const dry = await changesNothing(ledger, () => takeIn(ledger, book, { dryRun: true }))
          expect(dry.written).toBe(false)
          const real = await takeIn(ledger, book)
          expect(real).toEqual({ ...dry, written: true })
        })
      }),
      { ...RUNS, numRuns: 40 },
    )
  })

  it('taken in before is refused by its bytes, its content by having nothing new', async () => {
    await fc.assert(
      fc.asyncProperty(bookArbitrary(SIZES), async ({ book, today }) => {
        await withLedger(today, async (ledger) => {
          await takeInWhole(ledger, book)
          const again = () => refusalOf(takeIn(ledger, book))
          expect(await changesNothing(ledger, again)).toBe('import_repeated')
          const copied = () => refusalOf(takeIn(ledger, book, {}, 'Копия книги.xlsx'))
          expect(await changesNothing(ledger, copied)).toBe('nothing_new')
        })
      }),
      { ...RUNS, numRuns: 40 },
    )
  })

  it('says something else of a known paper, and is refused at that paper', async () => {
    let refused = 0
    await fc.assert(
      fc.asyncProperty(bookArbitrary(SIZES), fc.nat({ max: 99 }), async ({ book, today }, pick) => {
        const numbered = book.sales.filter(({ values }) => values.number !== undefined)
        const chosen = numbered[pick % Math.max(numbered.length, 1)]
        if (!chosen) return
        const { date, number, location } = chosen.values
        const paper = ({ values }: (typeof numbered)[number]) =>
          values.date === date && values.number === number && values.location === location
        const changed = { ...chosen, values: { ...chosen.values, quantity: chosen.values.quantity + 1000 } }
        const sales = book.sales.map((row) => (row === chosen ? changed : row))
        await withLedger(today, async (ledger) => {
          await takeInWhole(ledger, book)
          const { issues } = await changesNothing(ledger, () => takeIn(ledger, { ...book, sales }))
          const errors = issues.filter(({ severity }) => severity === 'error')
          const { row } = book.sales.find(paper) ?? chosen
          expect(errors).toMatchObject([{ code: 'document_differs', sheet: 'Продажи', row }])
          refused += 1
        })
      }),
      { ...RUNS, numRuns: 30 },
    )
    expect(refused).toBeGreaterThan(10)
  })

  it('taken strictly is refused exactly where the ordinary one only asks', async () => {
    const questions = ['expired_lot', 'negative_commission', 'payout_over_balance']
    await fc.assert(
      fc.asyncProperty(bookArbitrary(SIZES), async ({ book, today }) => {
        await withLedger(today, async (ledger) => {
          const dry = await takeIn(ledger, book, { dryRun: true })
          const asks = dry.issues.some(({ code }) => questions.includes(code))
          const strict = await takeIn(ledger, book, { strict: true })
          expect(strict.written).toBe(!asks)
        })
      }),
      { ...RUNS, numRuns: 40 },
    )
  })
})
