import fc from 'fast-check'
import type { DocumentInput, InputFor } from '../../domain/documents/registry.ts'

/** A paper of which nothing but a later paper of the same list can be left out: a return comes after its sale. */
interface Entries {
  readonly entries: DocumentInput[]
  /** The same papers in another order that can be entered. */
  readonly order: DocumentInput[]
}

const PLENTY_MILLI = 1_000_000

const days = fc.nat({ max: 50 }).map((day) => new Date(Date.UTC(2026, 0, 3 + day)).toISOString().slice(0, 10))

/** One lot of each product, enough for all: which paper comes first then decides no lot and splits no line. */
const STOCK: readonly DocumentInput[] = [1, 2].map((product): DocumentInput => {
  const line = { product, quantity_milli: PLENTY_MILLI, net_tyiyn: 6543, expires: '2026-01-01' }
  return {
    id: `stock-${product}`,
    kind: 'receipt',
    date: '2026-01-02',
    location: 3,
    producer: product,
    lines: [line],
  }
})

const HEADS = { confirmed: { expired_lot: 'да', negative_commission: '', payout_over_balance: '' } }

const sale = fc
  .record({
    date: days,
    lines: fc.array(
      fc.record({
        product: fc.constantFrom(1, 2),
        quantity_milli: fc.integer({ min: 1, max: 9 }).map((count) => count * 1000),
        price_tyiyn: fc.nat({ max: 30_000 }),
        discount: fc.record({ rate_bp: fc.nat({ max: 10_000 }) }),
        payment: fc.constantFrom('cash' as const, 'qr' as const),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(
    ({ date, lines }): Omit<InputFor<'sale'>, 'id'> => ({ ...HEADS, kind: 'sale', date, location: 3, lines }),
  )

const payout = fc
  .record({ date: days, producer: fc.constantFrom(1, 2), amount_tyiyn: fc.integer({ min: 1, max: 9999 }) })
  .map(
    ({ date, ...line }): Omit<InputFor<'payout'>, 'id'> => ({
      ...HEADS,
      kind: 'payout',
      date,
      lines: [line],
    }),
  )

const charge = fc
  .record({ date: days, producer: fc.constantFrom(1, 2), amount_tyiyn: fc.integer({ min: -99, max: -1 }) })
  .map(
    ({ date, ...line }): Omit<InputFor<'charge'>, 'id'> => ({
      kind: 'charge',
      date,
      lines: [{ ...line, what: 'упаковка' }],
    }),
  )

const writeOff = fc.record({ date: days, product: fc.constantFrom(1, 2) }).map(
  ({ date, product }): Omit<InputFor<'write_off'>, 'id'> => ({
    kind: 'write_off',
    date,
    location: 3,
    lines: [{ product, quantity_milli: 3000, bearer: 'association' }],
  }),
)

const papers = fc.array(fc.oneof(sale, sale, sale, payout, charge, writeOff), { minLength: 2, maxLength: 10 })

/** Every product has one lot here, so the terms that count do not hang on which lot a paper finds first. */
export const entriesArbitrary: fc.Arbitrary<Entries> = fc
  .tuple(papers, fc.array(fc.nat({ max: 999 }), { minLength: 10, maxLength: 10 }))
  .map(([list, keys]) => {
    const entries = list.map((paper, index): DocumentInput => ({ ...paper, id: `paper-${index}` }))
    const keyOf = (paper: DocumentInput): number => keys[Number(paper.id.slice(6))] ?? 0
    const order = entries.toSorted((left, right) => keyOf(left) - keyOf(right))
    return { entries: [...STOCK, ...entries], order: [...STOCK, ...order] }
  })
