import { describe, expect, it } from 'vitest'
import { updateProducer } from '../../app/catalogues.ts'
import { correctDocument, listDrafts, postDocument } from '../../app/documents.ts'
import { BOOKKEEPER, change } from '../../app/ledger.ts'
import { settleMonth } from '../../app/months.ts'
import { reverseDocument } from '../../app/reverse.ts'
import { allProducers } from '../../db/queries/catalogues.ts'
import { dumpOf } from '../fixtures/ledger.ts'
import { ID, post, refusal, withShop } from './shop.ts'

const place = { location: ID.shop } as const
const honey = [{ product: ID.honey, quantity_milli: 1000 }]

describe('documents by hand', () => {
  it('name what is there, or are refused', async () => {
    await withShop('2026-03-31', async (ledger) => {
      const before = dumpOf(ledger)
      const day = { date: '2026-03-05' } as const
      const cash = { account: 'cash' } as const
      const pay = (to: object) => ({ kind: 'money', ...day, lines: [{ from: cash, to, amount_tyiyn: 5 }] })
      const open = (account: string) => ({
        kind: 'opening',
        ...day,
        balances: [{ account, id: 99, amount_tyiyn: 5 }],
      })
      const cases = [
        ['unknown_partner', pay({ account: 'partner', id: 99 })],
        ['unknown_customer', pay({ account: 'customer', id: 99 })],
        ['charge_kind_empty', pay({ account: 'charges', what: ' ' })],
        ['unknown_producer', open('producer')],
        ['unknown_partner', open('partner')],
        ['unknown_customer', open('customer')],
        ['unknown_customer', { kind: 'sale', ...day, ...place, customer: 99, lines: honey }],
        ['price_negative', { kind: 'sale', ...day, ...place, lines: [{ ...honey[0], price_tyiyn: -1 }] }],
        ['price_negative', { kind: 'repricing', ...day, lines: [{ product: ID.honey, price_tyiyn: -1 }] }],
        ['invalid_input', { kind: 'settlement', ...day }],
      ] as const
      for (const [code, input] of cases) expect(await refusal(post(ledger, input))).toMatchObject({ code })
      expect(dumpOf(ledger)).toEqual(before)
    })
  })

  it('warn of a second price in one receipt', async () => {
    await withShop('2026-03-31', async (ledger) => {
      const line = { product: ID.hat, quantity_milli: 1000 }
      const lines = [
        { ...line, price_tyiyn: 100 },
        { ...line, price_tyiyn: 200 },
      ]
      const { warnings } = await post(ledger, {
        kind: 'receipt',
        date: '2026-03-02',
        producer: ID.aisha,
        ...place,
        lines,
      })
      const data = { article: 'шапка', price_tyiyn: 200, current_tyiyn: 100 }
      expect(warnings).toEqual([{ code: 'receipt_price_differs', data }])
    })
  })

  it('do not return goods before they were sold', async () => {
    await withShop('2026-03-31', async (ledger) => {
      const { id: sale, number } = await post(ledger, {
        kind: 'sale',
        date: '2026-03-10',
        ...place,
        lines: honey,
      })
      const lines = [{ sale, product: ID.honey, quantity_milli: 1000 }]
      expect(await refusal(post(ledger, { kind: 'customer_return', date: '2026-03-09', lines }))).toEqual({
        code: 'return_before_sale',
        data: { sale: number, date: '2026-03-09', saleDate: '2026-03-10' },
      })
      await post(ledger, { kind: 'customer_return', date: '2026-03-10', lines })
    })
  })

  it('are reversed today where the clock has gone back before them', async () => {
    await withShop('2026-03-31', async (ledger, clock) => {
      const charge = [{ producer: ID.aisha, what: 'Упаковка', amount_tyiyn: 5 }]
      const { id: document } = await post(ledger, { kind: 'charge', date: '2026-03-20', lines: charge })
      clock.day = '2026-03-15'
      const reversal = await reverseDocument(ledger, { id: 'undo', document, reason: 'ошибка' }, BOOKKEEPER)
      expect(reversal.date).toBe('2026-03-15')
    })
  })

  it('are corrected once under one id, and never under the id of another', async () => {
    await withShop('2026-03-31', async (ledger) => {
      const sale = { id: 'sale', kind: 'sale' as const, date: '2026-03-10', ...place, lines: honey }
      const { id: document } = await postDocument(ledger, sale, BOOKKEEPER)
      const request = { document, reason: 'ошибка', reversalId: 'undo', draftId: 'again' }
      const taken = correctDocument(ledger, { ...request, reversalId: 'sale' }, BOOKKEEPER)
      expect(await refusal(taken)).toMatchObject({ code: 'id_reused' })
      const first = await correctDocument(ledger, request, BOOKKEEPER)
      const before = dumpOf(ledger)
      const second = await correctDocument(ledger, request, BOOKKEEPER)
      expect(second.reversal).toEqual({ ...first.reversal, existed: true })
      expect(dumpOf(ledger)).toEqual(before)
      expect((await listDrafts(ledger)).map(({ id }) => id)).toEqual(['again'])
    })
  })

  it('settle whatever a producer’s card says', async () => {
    await withShop('2026-03-31', async (ledger) => {
      await post(ledger, { kind: 'sale', date: '2026-03-10', ...place, lines: honey })
      await change(ledger, BOOKKEEPER, (work) => {
        for (const row of allProducers.all(work.writer, {}))
          updateProducer(work, { ...row, note: 'д'.repeat(32_767) })
      })
      await settleMonth(ledger, '2026-03', BOOKKEEPER)
    })
  })
})
