/** Goods written off or found short, and who bears it (rules.md section 4). */
import { appliedRate, termsOfPart } from './commission.ts'
import type { Facts, ProductFact } from './facts.ts'
import type { Taking } from './lots.ts'
import { priceTimes, splitByWeights } from './money.ts'
import { goodsLine, PLACE, type PostingDraft } from './registers.ts'

export interface Loss {
  readonly line: number
  readonly location: number
  readonly product: ProductFact
  readonly takings: readonly Taking[]
  /** The price of the day, where the association bears the loss; null where the producer does. */
  readonly price_tyiyn: number | null
  readonly day: string
}

/**
 * Moves the lots out as lost. Borne by the association, it owes each producer's share as if the goods were sold
 * there that day at the current price, in one move; the partner gets nothing.
 */
export function lose(draft: PostingDraft, facts: Facts, loss: Loss): void {
  const { line, location, product, takings, price_tyiyn } = loss
  const quantities = takings.map(({ quantity_milli }) => quantity_milli)
  const whole =
    price_tyiyn === null
      ? 0
      : priceTimes(
          price_tyiyn,
          quantities.reduce((left, right) => left + right, 0),
        )
  const amounts = splitByWeights(whole, quantities)
  takings.forEach(({ lot, quantity_milli }, index) => {
    const part = {
      line,
      part: index + 1,
      location,
      product: product.id,
      lot: lot.id,
      producer: lot.producer,
      quantity_milli,
      net_tyiyn: lot.net_tyiyn,
    }
    draft.move(line, product.id, lot.id, location, PLACE.LOSS, quantity_milli)
    if (price_tyiyn === null) {
      draft.lines.push(goodsLine(part))
      return
    }
    const amount_tyiyn = amounts[index] ?? 0
    const sold = { amount_tyiyn, quantity_milli, net_tyiyn: lot.net_tyiyn }
    const { terms, commission_tyiyn } = termsOfPart(facts, draft, location, lot, sold, loss.day)
    draft.lines.push(
      goodsLine({
        ...part,
        price_tyiyn,
        amount_tyiyn,
        method: terms.method,
        rate: appliedRate(terms),
        commission_tyiyn,
        terms: terms.id,
      }),
    )
    draft.pay(line, 'loss', `producer:${lot.producer}`, amount_tyiyn - commission_tyiyn, 'compensation')
  })
}
