import { describe, expect, it } from 'vitest'
import { addTerms } from '../../app/catalogues.ts'
import { postDocument } from '../../app/documents.ts'
import { BOOKKEEPER, change, type Ledger } from '../../app/ledger.ts'
import { reverseDocument } from '../../app/reverse.ts'
import type { DocumentInput } from '../../domain/documents/registry.ts'
import { takeInWhole, withLedger } from '../fixtures/ledger.ts'
import { expectSound } from './sound.ts'
import { START_BOOK } from './walk.ts'

const DAY = '2026-01-10'

const post = (ledger: Ledger, input: DocumentInput) => postDocument(ledger, input, BOOKKEEPER)
const reverse = (ledger: Ledger, document: number) =>
  reverseDocument(ledger, { id: `back-${document}`, document, reason: 'ошибка' }, BOOKKEEPER)

const sell = (id: string, quantity_milli: number, price_tyiyn: number, lot?: number): DocumentInput => ({
  id,
  kind: 'sale',
  date: DAY,
  location: 1,
  lines: [{ product: 1, quantity_milli, price_tyiyn, ...(lot === undefined ? {} : { lot }) }],
})

const bringBack = (id: string, sale: number, quantity_milli: number): DocumentInput => ({
  id,
  kind: 'customer_return',
  date: DAY,
  lines: [{ sale, product: 1, quantity_milli }],
})

const receive = (id: string, fields: { made?: string; expires?: string }): DocumentInput => ({
  id,
  kind: 'receipt',
  date: DAY,
  location: 2,
  producer: 1,
  lines: [{ product: 1, quantity_milli: 4000, net_tyiyn: 1, ...fields }],
})

const inStart = (body: (ledger: Ledger) => Promise<void>): Promise<void> =>
  withLedger('2026-01-20', async (ledger) => {
    await takeInWhole(ledger, START_BOOK)
    await body(ledger)
    expectSound(ledger)
  })

const returnedOf = (ledger: Ledger) =>
  ledger.connection.all<object>(
    `SELECT sum(quantity_milli) AS q, sum(amount_tyiyn) AS a, sum(commission_tyiyn) AS c, sum(partner_tyiyn) AS h
     FROM document_line WHERE source_document_id IS NOT NULL`,
    [],
  )

describe('returns in steps, one of them reversed', () => {
  it.each([0, 1, 2])(
    'take back exactly what was sold, step %i of three being reversed and done anew',
    async (undone) => {
      await inStart(async (ledger) => {
        // One tyiyn over three pieces: the step that takes it back is the second.
        const line = {
          product: 1,
          quantity_milli: 3000,
          price_tyiyn: 1,
          discount: { amount_tyiyn: 2 },
          lot: 1,
        }
        const { id: sale } = await post(ledger, { ...sell('sale', 0, 0), lines: [line] } as DocumentInput)
        const returns: number[] = []
        for (const step of ['a', 'b', 'c']) returns.push((await post(ledger, bringBack(step, sale, 1000))).id)
        await reverse(ledger, returns[undone] ?? 0)
        await post(ledger, bringBack('again', sale, 1000))
        expect(returnedOf(ledger)).toEqual([{ q: 3000, a: 1, c: 0, h: 0 }])
      })
    },
  )

  it('whatever is reversed of them in whatever order, and however the rest is brought back', async () => {
    await inStart(async (ledger) => {
      const { id: sale } = await post(ledger, sell('sale', 7000, 1429, 1))
      const steps = [1000, 2000, 1000, 3000]
      const returns: number[] = []
      for (const [index, quantity] of steps.entries())
        returns.push((await post(ledger, bringBack(`step-${index}`, sale, quantity))).id)
      for (const index of [2, 0, 3]) await reverse(ledger, returns[index] ?? 0)
      for (const step of [1, 2, 3, 4, 5]) await post(ledger, bringBack(`anew-${step}`, sale, 1000))
      const sold = ledger.connection.all<object>(
        `SELECT quantity_milli AS q, amount_tyiyn AS a, commission_tyiyn AS c, partner_tyiyn AS h
         FROM document_line WHERE document_id = ?`,
        [sale],
      )
      expect(returnedOf(ledger)).toEqual(sold)
    })
  })
})

describe('a receipt', () => {
  it('whose goods were sold and brought back the same day is not reversed from under them, nor the sale', async () => {
    await inStart(async (ledger) => {
      const { id: receipt } = await post(ledger, receive('receipt', {}))
      const sold = await post(ledger, { ...sell('sale', 1000, 100), location: 2 } as DocumentInput)
      const returned = await post(ledger, bringBack('return', sold.id, 1000))
      await expect(reverse(ledger, receipt)).rejects.toMatchObject({
        code: 'reversal_has_followers',
        data: { follower: sold.number },
      })
      await expect(reverse(ledger, sold.id)).rejects.toMatchObject({
        code: 'reversal_has_followers',
        data: { follower: returned.number },
      })
      await reverse(ledger, returned.id)
      await reverse(ledger, sold.id)
      await reverse(ledger, receipt)
    })
  })

  it('that was reversed gives no lot any more: to no surplus, and to no return by name', async () => {
    await inStart(async (ledger) => {
      const { id: receipt } = await post(ledger, receive('receipt', { expires: '2027-01-01' }))
      const lot =
        ledger.connection.get<{ id: number }>('SELECT id FROM lot WHERE document_id = ?', [receipt])?.id ?? 0
      await reverse(ledger, receipt)
      const line = { product: 1, lot, price_tyiyn: 100, quantity_milli: 1000, location: 2 }
      const named: DocumentInput = { id: 'named', kind: 'customer_return', date: DAY, lines: [line] }
      await expect(post(ledger, named)).rejects.toMatchObject({ code: 'unknown_lot' })
      const counted = { product: 1, counted_milli: 2000, bearer: 'producer' as const }
      const found = await post(ledger, {
        id: 'count',
        kind: 'stock_count',
        date: DAY,
        location: 2,
        lines: [counted],
      })
      const [into] = ledger.connection.all<{ lot_id: number; document_id: number }>(
        'SELECT m.lot_id, l.document_id FROM stock_move m JOIN lot l ON l.id = m.lot_id WHERE m.document_id = ?',
        [found.id],
      )
      expect(into).toEqual({ lot_id: expect.not.toBeOneOf([lot]), document_id: found.id })
    })
  })
})

describe('the terms of one lot', () => {
  it('are not taken for the default of a book that comes later', async () => {
    await inStart(async (ledger) => {
      const own = {
        from_date: DAY,
        lot_id: 1,
        product_id: null,
        producer_id: null,
        location_id: null,
        method: 'percent_of_sale' as const,
        rate_bp: 9000,
        fixed_tyiyn: null,
      }
      await change(ledger, BOOKKEEPER, (work) => addTerms(work, own))
      const values = { from: DAY, method: 'percent_of_sale' as const, rate: 9000 }
      await takeInWhole(
        ledger,
        { ...START_BOOK, terms: [...START_BOOK.terms, { row: 9, values }] },
        'Новая.xlsx',
      )
      const rates = async (id: string, lot: number) => {
        const { id: sale } = await post(ledger, sell(id, 1000, 10_000, lot))
        return ledger.connection.get('SELECT rate FROM document_line WHERE document_id = ?', [sale])
      }
      expect(await rates('of the lot', 1)).toEqual({ rate: 9000 })
      expect(await rates('of another', 4)).toEqual({ rate: 9000 })
    })
  })
})
