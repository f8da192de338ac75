import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctDocument, discardDraft, postDocument, postDocuments } from '../../app/documents.ts'
import { BOOKKEEPER, type Ledger } from '../../app/ledger.ts'
import { settleMonth } from '../../app/months.ts'
import { reverseDocument } from '../../app/reverse.ts'
import type { DocumentInput } from '../../domain/documents/registry.ts'
import { EsepError } from '../../domain/error.ts'
import { balancesOf, dumpOf, stockOf, takeInWhole, withLedger } from '../fixtures/ledger.ts'
import { entriesArbitrary } from './entries.ts'
import { expectSound } from './sound.ts'
import { netOf, settledOutcome } from './state.ts'
import { anyDocument, START_BOOK, takeStep, type Walk, type WalkStep, walkArbitrary } from './walk.ts'

const RUNS = { numRuns: 40, seed: 20260404 }
const ANSWERS = { expired_lot: 'уценка', negative_commission: '', payout_over_balance: '' }

/** The code of the refusal; undefined where it was done. */
async function refusalOf(act: Promise<unknown>): Promise<string | undefined> {
  try {
    await act
    return undefined
  } catch (error) {
    if (error instanceof EsepError) return error.code
    throw error
  }
}

/** A ledger that somebody has worked in for a while. */
function inUse(steps: readonly WalkStep[], body: (walk: Walk) => Promise<void>): Promise<void> {
  return withLedger('2026-01-12', async (ledger, clock) => {
    await takeInWhole(ledger, START_BOOK)
    const walk: Walk = { ledger, clock, steps: 0, last: undefined }
    for (const step of steps) await refusalOf(takeStep(walk, step))
    await body(walk)
  })
}

const documentsIn = (ledger: Ledger): number => dumpOf(ledger)['document']?.length ?? 0

/** Steps to come to a ledger in use, and more of them to try on it. */
const usedAndTried = fc.tuple(walkArbitrary(25), walkArbitrary(12))

describe('a document posted and reversed', () => {
  it('is nothing on any day, and both stay to be seen', async () => {
    let undone = 0
    await fc.assert(
      fc.asyncProperty(usedAndTried, ([used, tried]) =>
        inUse(used, async (walk) => {
          const { ledger } = walk
          for (const step of tried) {
            const [before, documents] = [netOf(ledger), documentsIn(ledger)]
            const input = anyDocument(walk, step)
            if (!input || (await refusalOf(postDocument(ledger, input, BOOKKEEPER)))) continue
            const { id: document } = await postDocument(ledger, input, BOOKKEEPER)
            const request = { id: `${input.id}-back`, document, reason: 'ошибка' }
            const reversal = await reverseDocument(ledger, request, BOOKKEEPER)
            expect(reversal.date).toBe(input.date)
            expect(netOf(ledger)).toEqual(before)
            expect(documentsIn(ledger)).toBe(documents + 2)
            expect(await reverseDocument(ledger, request, BOOKKEEPER)).toMatchObject({
              id: reversal.id,
              existed: true,
            })
            expect(documentsIn(ledger)).toBe(documents + 2)
            undone += 1
          }
          expectSound(ledger)
        }),
      ),
      RUNS,
    )
    expect(undone).toBeGreaterThan(RUNS.numRuns)
  })

  it('by its correction and posted again as it was leaves the same money and goods', async () => {
    let corrected = 0
    await fc.assert(
      fc.asyncProperty(usedAndTried, ([used, tried]) =>
        inUse(used, async (walk) => {
          const { ledger } = walk
          for (const step of tried) {
            const input = anyDocument(walk, step)
            if (!input || (await refusalOf(postDocument(ledger, input, BOOKKEEPER)))) continue
            const { id: document } = await postDocument(ledger, input, BOOKKEEPER)
            const [balances, stock] = [balancesOf(ledger), stockOf(ledger)]
            const ids = { reversalId: `${input.id}-back`, draftId: `${input.id}-draft` }
            const { draft } = await correctDocument(
              ledger,
              { document, reason: 'ошибка', ...ids },
              BOOKKEEPER,
            )
            expect(draft.date).toBe(input.date)
            const copy = draft.input as unknown as DocumentInput
            await postDocument(ledger, { ...copy, confirmed: ANSWERS }, BOOKKEEPER)
            expect(balancesOf(ledger)).toEqual(balances)
            expect(stockOf(ledger)).toEqual(stock)
            corrected += 1
          }
          expectSound(ledger)
        }),
      ),
      RUNS,
    )
    expect(corrected).toBeGreaterThan(RUNS.numRuns)
  })
})

describe('an id made by the client', () => {
  it('posts once however often it comes, and never two papers', async () => {
    await fc.assert(
      fc.asyncProperty(usedAndTried, ([used, tried]) =>
        inUse(used, async (walk) => {
          for (const step of tried) {
            const input = anyDocument(walk, step)
            if (!input || (await refusalOf(postDocument(walk.ledger, input, BOOKKEEPER)))) continue
            const before = dumpOf(walk.ledger)
            const again = await postDocuments(walk.ledger, [input, input], BOOKKEEPER)
            expect(again.map(({ existed }) => existed)).toEqual([true, true])
            const other = { ...input, note: 'другая бумага' }
            expect(await refusalOf(postDocument(walk.ledger, other, BOOKKEEPER))).toBe('id_reused')
            expect(dumpOf(walk.ledger)).toEqual(before)
          }
        }),
      ),
      { ...RUNS, numRuns: 15 },
    )
  })

  it('comes twice in one piece of work and still posts once', async () => {
    await withLedger('2026-01-12', async (ledger) => {
      await takeInWhole(ledger, START_BOOK)
      const input: DocumentInput = {
        id: 'one',
        kind: 'charge',
        date: '2026-01-05',
        lines: [{ producer: 1, what: 'упаковка', amount_tyiyn: 100 }],
      }
      const posted = await postDocuments(ledger, [input, input], BOOKKEEPER)
      expect(posted.map(({ existed }) => existed)).toEqual([false, true])
      expect(posted[0]?.id).toBe(posted[1]?.id)
    })
  })
})

describe('papers entered by hand', () => {
  it('give the same month in whatever order they are entered', async () => {
    await fc.assert(
      fc.asyncProperty(entriesArbitrary, async ({ entries, order }) => {
        const outcome = (list: readonly DocumentInput[]) =>
          withLedger('2026-02-28', async (ledger) => {
            await takeInWhole(ledger, START_BOOK)
            for (const make of list) await postDocument(ledger, make, BOOKKEEPER, { acceptQuestions: true })
            expectSound(ledger)
            return settledOutcome(ledger, ['2026-01', '2026-02'])
          })
        expect(await outcome(order)).toEqual(await outcome(entries))
      }),
      RUNS,
    )
  })
})

describe('a month that is settled', () => {
  it('takes no paper any more, not even on its own last day', async () => {
    await withLedger('2026-01-31', async (ledger) => {
      await takeInWhole(ledger, START_BOOK)
      const charge: DocumentInput = {
        id: 'charge',
        kind: 'charge',
        date: '2026-01-05',
        lines: [{ producer: 1, what: 'упаковка', amount_tyiyn: 100 }],
      }
      const { id: document } = await postDocument(ledger, charge, BOOKKEEPER)
      await settleMonth(ledger, '2026-01', BOOKKEEPER)
      const before = dumpOf(ledger)
      for (const date of ['2026-01-05', '2026-01-31']) {
        expect(await refusalOf(postDocument(ledger, { ...charge, id: date, date }, BOOKKEEPER))).toBe(
          'date_in_settled_month',
        )
      }
      const reversal = { id: 'back', document, reason: 'ошибка' }
      expect(await refusalOf(reverseDocument(ledger, reversal, BOOKKEEPER))).toBe('date_in_settled_month')
      expect(dumpOf(ledger)).toEqual(before)
    })
  })

  it('gives a correction of today that keeps the date of the paper, its price and its lot', async () => {
    await withLedger('2026-02-10', async (ledger) => {
      await takeInWhole(ledger, START_BOOK)
      const input: DocumentInput = {
        id: 'sale',
        kind: 'sale',
        date: '2026-01-20',
        location: 1,
        lines: [
          { product: 1, quantity_milli: 2000 },
          { product: 1, quantity_milli: 9000 },
        ],
      }
      const { id: document } = await postDocument(ledger, input, BOOKKEEPER)
      await settleMonth(ledger, '2026-01', BOOKKEEPER)
      const repricing: DocumentInput = {
        id: 'late',
        kind: 'repricing',
        date: '2026-02-09',
        paperDate: '2026-01-10',
        lines: [{ product: 1, price_tyiyn: 5 }],
      }
      await postDocument(ledger, repricing, BOOKKEEPER)
      const ids = { reversalId: 'back', draftId: 'draft' }
      const { draft, reversal } = await correctDocument(
        ledger,
        { document, reason: 'ошибка', ...ids },
        BOOKKEEPER,
      )
      expect(reversal.date).toBe('2026-02-10')
      expect(draft.input).toMatchObject({
        date: '2026-02-10',
        paperDate: '2026-01-20',
        lines: [{ price_tyiyn: 10_001, lot: 1 }, { price_tyiyn: 10_001 }],
      })
      await postDocument(ledger, draft.input as unknown as DocumentInput, BOOKKEEPER)
      await discardDraft(ledger, draft.id, BOOKKEEPER)
      const moved = ledger.connection.all<{ net: number }>(
        "SELECT sum(l.amount_tyiyn) AS net FROM document_line l JOIN document d ON d.id = l.document_id WHERE d.kind = 'sale' AND d.date >= '2026-02-01'",
        [],
      )
      expect(moved).toEqual([{ net: 0 }])
    })
  })
})
