import { describe, expect, it } from 'vitest'
import {
  addAgreement,
  addRule,
  addTerms,
  setSetting,
  updateProducer,
  updateProduct,
} from '../../app/catalogues.ts'
import { BOOKKEEPER, change, type Ledger, type Work } from '../../app/ledger.ts'
import { monthReport } from '../../app/month-report.ts'
import { settleMonth } from '../../app/months.ts'
import { reverseDocument } from '../../app/reverse.ts'
import { verifyLedger } from '../../app/verify.ts'
import { allProducers, allProducts } from '../../db/queries/catalogues.ts'
import { ID, post, withShop } from './shop.ts'

const place = { location: ID.shop } as const

/** A March with a price set by a receipt, one by a repricing, a sale, a loss and a payout; settled. */
async function settledMarch(ledger: Ledger): Promise<{ repricing: number; receipt: number; sale: number }> {
  const priced = [{ product: ID.hat, quantity_milli: 8000, price_tyiyn: 700 }]
  const receipt = await post(ledger, {
    kind: 'receipt',
    date: '2026-03-02',
    producer: ID.aisha,
    ...place,
    lines: priced,
  })
  const prices = [{ product: ID.honey, price_tyiyn: 11_111 }]
  const repricing = await post(ledger, { kind: 'repricing', date: '2026-03-05', lines: prices })
  const sold = [
    { product: ID.honey, quantity_milli: 2500 },
    { product: ID.set, quantity_milli: 1000 },
  ]
  const sale = await post(ledger, { kind: 'sale', date: '2026-03-10', ...place, lines: sold })
  const lost = [{ product: ID.felt, quantity_milli: 1000, bearer: 'association' as const }]
  await post(ledger, { kind: 'write_off', date: '2026-03-11', ...place, lines: lost })
  await post(ledger, {
    kind: 'payout',
    date: '2026-03-12',
    lines: [{ producer: ID.aisha, amount_tyiyn: 1000 }],
  })
  await settleMonth(ledger, '2026-03', BOOKKEEPER)
  return { repricing: repricing.id, receipt: receipt.id, sale: sale.id }
}

function changeEverything(work: Work): void {
  const { connection } = work.ledger
  for (const row of allProducers.all(connection, {}))
    updateProducer(work, {
      ...row,
      name: `${row.name} 2`,
      village: 'Тамга',
      tax_status: 'vat',
      payout_method: 'bank',
    })
  for (const row of allProducts.all(connection, {}))
    updateProduct(work, { ...row, name: `${row.name} 2`, price_tyiyn: 1 })
  setSetting(work, { key: 'organisation', from_date: '', value: 'Другая' })
  setSetting(work, { key: 'minimum_payout', from_date: '', value: '99999999' })
  const nowhere = { lot_id: null, product_id: null, producer_id: null, location_id: null }
  addTerms(work, {
    ...nowhere,
    from_date: '2026-01-01',
    method: 'percent_of_sale',
    rate_bp: 1,
    fixed_tyiyn: null,
  })
  addAgreement(work, {
    location_id: ID.shop,
    partner_id: ID.partner,
    from_date: '',
    share_bp: 500,
    base: 'sale',
  })
  const everybody = { tax_status: null, organisation: null, producer_id: null, until_date: null }
  addRule(work, {
    ...everybody,
    name: 'Взнос',
    base: 'fixed',
    rate_bp: null,
    amount_tyiyn: 5,
    from_date: '2026-01-01',
  })
}

describe('a settled month', () => {
  it('has the same report and the same seal whatever happens afterwards', async () => {
    await withShop('2026-03-31', async (ledger, clock) => {
      const { repricing, receipt, sale } = await settledMarch(ledger)
      const frozen = await monthReport(ledger, '2026-03')
      expect(frozen.stock.map(({ article, value }) => [article, value])).toEqual([
        ['войлок', 40_000],
        ['мёд', 77_777],
        ['шапка', 5600],
      ])
      clock.day = '2026-04-20'
      // A late paper sets a price from a day of the settled month; the one that stood there is reversed.
      const late = { date: '2026-04-02', paperDate: '2026-03-20' }
      await post(ledger, { kind: 'repricing', ...late, lines: [{ product: ID.honey, price_tyiyn: 22_222 }] })
      for (const document of [repricing, sale, receipt])
        await reverseDocument(ledger, { id: `undo ${document}`, document, reason: 'ошибка' }, BOOKKEEPER)
      await change(ledger, BOOKKEEPER, changeEverything)
      clock.day = '2026-05-02'
      await settleMonth(ledger, '2026-04', BOOKKEEPER)
      expect(await monthReport(ledger, '2026-03')).toEqual(frozen)
      expect(await verifyLedger(ledger)).toEqual([])
    })
  })
})
