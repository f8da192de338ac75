/** What the right side of a form tells of a line's product. */
import { pricesOf } from '../../db/queries/facts.ts'
import { soldBetween, stockOfProduct } from '../../db/queries/stock-moves.ts'
import { addMonths, type CivilDate, firstDay, lastDay, monthOf } from '../../domain/dates.ts'
import type { ProductFacts } from '../../domain/views.ts'
import { LedgerFacts } from '../facts.ts'
import { type Ledger, look } from '../ledger.ts'
import { termsView } from '../terms-view.ts'
import { productChoice } from './product-choice.ts'

export interface ProductQuestion {
  readonly product: number
  readonly location: number | null
  readonly day: CivilDate
}

/** @throws EsepError `unknown_product` */
export function productFacts(ledger: Ledger, question: ProductQuestion): Promise<ProductFacts> {
  return look(ledger, () => {
    const { product, location, day } = question
    const { connection } = ledger
    const facts = new LedgerFacts(connection, ledger.catalogue, () => undefined)
    const choice = productChoice(ledger, facts, product, location, day)
    const before = addMonths(monthOf(day), -1)
    const sold = soldBetween.get(connection, { product, from: firstDay(before), to: lastDay(before) })
    return {
      ...choice,
      ...pricesAround(ledger, product, day),
      stockByPlace: stockOfProduct
        .all(connection, { product })
        .map(({ name, quantity_milli }) => ({ location: name, quantity: quantity_milli })),
      lots: location === null ? [] : lotsAt(facts, location, product, day),
      soldLastMonth: sold?.quantity_milli ?? 0,
      producerBalance: choice.producer ? facts.balance(`producer:${choice.producer.id}`) : 0,
      terms: termsAt(ledger, question, choice.producer?.id ?? 0),
    }
  })
}

/** Since when the price of the day holds, and the one before it. */
function pricesAround(
  { connection, catalogue }: Ledger,
  product: number,
  day: CivilDate,
): Pick<ProductFacts, 'priceSince' | 'priceBefore'> {
  let current: { since: CivilDate | ''; price: number | null } = {
    since: '',
    price: catalogue.product(product).price_tyiyn,
  }
  let before: number | null = null
  for (const { from_date, price_tyiyn } of pricesOf.all(connection, { product })) {
    if (from_date > day) break
    if (price_tyiyn === current.price) continue
    if (current.since !== from_date) before = current.price
    current = { since: from_date, price: price_tyiyn }
  }
  return { priceSince: current.since, priceBefore: before }
}

function lotsAt(facts: LedgerFacts, location: number, product: number, day: CivilDate): ProductFacts['lots'] {
  return facts.lotsOnHand(location, product, day).map(({ id, name, expires, available_milli }) => ({
    id,
    name,
    expires: expires ?? '',
    available: available_milli,
  }))
}

/** Lots may have terms of their own; these are what holds without one. */
function termsAt(ledger: Ledger, { product, location, day }: ProductQuestion, producer: number) {
  const terms = ledger.catalogue.terms({ lot: 0, product, producer, location: location ?? 0 }, day)
  return terms && termsView(ledger, terms.id)
}
