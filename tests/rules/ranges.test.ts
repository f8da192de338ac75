import { describe, expect, it } from 'vitest'
import { addRule, customerByName } from '../../app/catalogues.ts'
import { BOOKKEEPER, change, type Ledger } from '../../app/ledger.ts'
import { settleMonth } from '../../app/months.ts'
import { dumpOf } from '../fixtures/ledger.ts'
import { ID, post, refusal, withShop } from './shop.ts'

const MOST = Number.MAX_SAFE_INTEGER
const DAY = { date: '2026-03-05' }

const opening = (amount_tyiyn: number, id: number) =>
  ({ kind: 'opening', ...DAY, lots: [], balances: [{ account: 'producer', id, amount_tyiyn }] }) as const

const customerOf = (ledger: Ledger, name: string): Promise<number> =>
  change(ledger, BOOKKEEPER, (work) => customerByName(work, name))

describe('what would leave ±(2^53 − 1)', () => {
  it('is refused as too large, and changes nothing', async () => {
    await withShop('2026-03-31', async (ledger) => {
      await post(ledger, opening(-MOST, ID.aisha))
      const before = dumpOf(ledger)
      const tooLarge = { code: 'amount_too_large' }
      // The balance of the account, of one figure of one month, of the other side alone.
      expect(await refusal(post(ledger, opening(-1, ID.aisha)))).toMatchObject(tooLarge)
      expect(await refusal(post(ledger, opening(-1, ID.bakyt)))).toMatchObject(tooLarge)
      const lines = [{ product: ID.honey, quantity_milli: MOST }]
      const receipt = { kind: 'receipt', ...DAY, location: ID.shop, producer: ID.aisha, lines } as const
      expect(await refusal(post(ledger, receipt))).toMatchObject(tooLarge)
      const sale = { kind: 'sale', ...DAY, location: ID.shop } as const
      const dear = [{ product: ID.honey, quantity_milli: 2000, price_tyiyn: MOST }]
      expect(await refusal(post(ledger, { ...sale, lines: dear }))).toMatchObject(tooLarge)
      expect(dumpOf(ledger)).toEqual(before)
    })
  })

  it('is exact up to its end', async () => {
    await withShop('2026-03-31', async (ledger) => {
      const lines = [{ product: ID.honey, quantity_milli: 1000, price_tyiyn: MOST }]
      await post(ledger, { kind: 'sale', ...DAY, location: ID.shop, lines })
      await settleMonth(ledger, '2026-03', BOOKKEEPER)
      const [row] = ledger.connection.all<{ amount: number }>(
        "SELECT amount_tyiyn AS amount FROM document WHERE kind = 'settlement'",
        [],
      )
      // Half-up of a fifth of 9 007 199 254 740 991 is 1 801 439 850 948 198.
      expect(row?.amount).toBe(7_205_759_403_792_793)
    })
  })

  it('in the totals of a month alone keeps it from settling', async () => {
    await withShop('2026-03-31', async (ledger) => {
      const sell = async (product: number, customer: string) => {
        const balance = {
          account: 'customer' as const,
          id: await customerOf(ledger, customer),
          amount_tyiyn: 1,
        }
        await post(ledger, { kind: 'opening', ...DAY, lots: [], balances: [balance] })
        const lines = [{ product, quantity_milli: 1000, price_tyiyn: MOST - 1, payment: 'credit' as const }]
        await post(ledger, { kind: 'sale', ...DAY, location: ID.shop, customer: balance.id, lines })
      }
      await sell(ID.honey, 'Отель')
      await sell(ID.felt, 'Кафе')
      expect(await refusal(settleMonth(ledger, '2026-03', BOOKKEEPER))).toMatchObject({
        code: 'amount_too_large',
      })
    })
  })

  it('of a rate is refused in words', async () => {
    await withShop('2026-03-31', async (ledger) => {
      const rule = {
        name: 'Налог',
        base: 'due' as const,
        rate_bp: 15_000,
        amount_tyiyn: null,
        tax_status: null,
        organisation: null,
        producer_id: null,
        from_date: '2026-01-01',
        until_date: null,
      }
      const added = change(ledger, BOOKKEEPER, (work) => addRule(work, rule))
      expect(await refusal(added)).toEqual({ code: 'rate_out_of_range', data: { rate_bp: 15_000 } })
    })
  })
})
