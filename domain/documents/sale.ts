import { z } from 'zod'
import { appliedRate, partnerShare, termsOfPart } from '../commission.ts'
import { atLine, EsepError, notice } from '../error.ts'
import type { Facts, LotOnHand, ProductFact } from '../facts.ts'
import { Shelf } from '../lots.ts'
import { percentOf, priceTimes, splitByWeights, sum } from '../money.ts'
import { accountOf, roundCashOf } from '../payment.ts'
import { goodsLine, type Payment, PLACE, PostingDraft } from '../registers.ts'
import {
  checkPrices,
  checkQuantity,
  type DocumentType,
  header,
  lines,
  priceDay,
  requirePrice,
  zDiscount,
  zId,
  zMoney,
  zPayment,
  zQuantity,
} from './document.ts'

const line = z.strictObject({
  product: zId,
  quantity_milli: zQuantity,
  /** Empty: the product's price on the day. */
  price_tyiyn: zMoney.optional(),
  discount: zDiscount.optional(),
  lot: zId.optional(),
  payment: zPayment.optional(),
})

const schema = z.strictObject({
  ...header,
  kind: z.literal('sale'),
  location: zId,
  customer: zId.optional(),
  /** For the whole sale, over the lines after their own discounts. */
  discount: zDiscount.optional(),
  lines: lines(line),
})

type Sale = z.infer<typeof schema>
type SaleLine = z.infer<typeof line>
export type Discount = z.infer<typeof zDiscount>

/** A line of the paper with its price and its discounts worked out. */
interface PricedLine {
  readonly line: number
  readonly product: ProductFact
  readonly quantity_milli: number
  readonly price_tyiyn: number
  readonly amount_tyiyn: number
  readonly payment: Payment
  readonly lot: number | undefined
}

/** What leaves the shelf for one line: the product itself, or one component of a set. */
interface Item extends PricedLine {
  readonly set: number | null
}

/** Продажа: every lot part owes its producer A, takes the commission C, and out of it the partner's share H. */
export const sale: DocumentType<Sale> = {
  schema,
  post(document, facts) {
    const draft = new PostingDraft()
    const seller = new Seller(document, facts, draft)
    for (const priced of priceLines(document, facts)) atLine(priced.line, () => seller.sell(priced))
    roundCashOf(draft, facts, document.date, 1)
    return draft
  },
}

function priceLines(document: Sale, facts: Facts): PricedLine[] {
  facts.location(document.location)
  if (document.customer !== undefined) facts.customer(document.customer)
  const priced = document.lines.map((item, index) =>
    atLine(index + 1, () => priceLine(item, index + 1, document, facts)),
  )
  if (!document.discount) return priced
  const after = priced.map(({ amount_tyiyn }) => amount_tyiyn)
  const whole = discountOf(document.discount, sum(after), '')
  const shares = splitByWeights(whole, after)
  return priced.map((item, index) => ({ ...item, amount_tyiyn: item.amount_tyiyn - (shares[index] ?? 0) }))
}

function priceLine(item: SaleLine, number: number, document: Sale, facts: Facts): PricedLine {
  const product = facts.product(item.product)
  checkQuantity(product, item.quantity_milli)
  checkPrices(product, item.price_tyiyn)
  const payment = item.payment ?? 'cash'
  if (payment === 'credit' && document.customer === undefined)
    throw new EsepError('credit_without_customer', {})
  const price_tyiyn = item.price_tyiyn ?? requirePrice(facts, product, priceDay(document))
  const gross_tyiyn = priceTimes(price_tyiyn, item.quantity_milli)
  const discount_tyiyn = item.discount ? discountOf(item.discount, gross_tyiyn, product.article) : 0
  const amount_tyiyn = gross_tyiyn - discount_tyiyn
  return {
    line: number,
    product,
    quantity_milli: item.quantity_milli,
    price_tyiyn,
    amount_tyiyn,
    payment,
    lot: item.lot,
  }
}

/** The discount in tyiyn. @throws EsepError `discount_out_of_range` unless 0 ≤ discount ≤ amount. */
export function discountOf(discount: Discount, amount_tyiyn: number, article: string): number {
  const discount_tyiyn =
    'rate_bp' in discount ? percentOf(amount_tyiyn, discount.rate_bp) : discount.amount_tyiyn
  if (discount_tyiyn > amount_tyiyn) {
    throw new EsepError('discount_out_of_range', { article, discount_tyiyn, amount_tyiyn })
  }
  return discount_tyiyn
}

/** Components of a set share the line's amount by retail price of the day × quantity in the set. */
function itemsOf(priced: PricedLine, facts: Facts, day: string): Item[] {
  const { components } = priced.product
  if (components.length === 0) return [{ ...priced, set: null }]
  const parts = components.map(({ product, quantity_milli }) => {
    const fact = facts.product(product)
    return { fact, quantity_milli, price_tyiyn: requirePrice(facts, fact, day) }
  })
  // Exact products: a weight rounded to tyiyn would lose the cheap component of a small quantity.
  const weights = parts.map(({ price_tyiyn, quantity_milli }) => BigInt(price_tyiyn) * BigInt(quantity_milli))
  const amounts = splitByWeights(priced.amount_tyiyn, weights)
  return parts.map(({ fact, quantity_milli, price_tyiyn }, index) => ({
    line: priced.line,
    product: fact,
    quantity_milli: (priced.quantity_milli / 1000) * quantity_milli,
    price_tyiyn,
    amount_tyiyn: amounts[index] ?? 0,
    payment: priced.payment,
    lot: undefined,
    set: priced.product.id,
  }))
}

class Seller {
  readonly #document: Sale
  readonly #facts: Facts
  readonly #draft: PostingDraft
  readonly #shelf: Shelf

  constructor(document: Sale, facts: Facts, draft: PostingDraft) {
    this.#document = document
    this.#facts = facts
    this.#draft = draft
    this.#shelf = new Shelf(facts, document.date)
  }

  sell(priced: PricedLine): void {
    let part = 0
    for (const item of itemsOf(priced, this.#facts, priceDay(this.#document))) {
      const takings = this.#shelf.take(
        this.#document.location,
        item.product.id,
        item.quantity_milli,
        item.lot,
      )
      const amounts = splitByWeights(
        item.amount_tyiyn,
        takings.map(({ quantity_milli }) => quantity_milli),
      )
      takings.forEach(({ lot, quantity_milli }, index) => {
        part += 1
        this.#sellPart(item, part, lot, quantity_milli, amounts[index] ?? 0)
      })
    }
  }

  #sellPart(item: Item, part: number, lot: LotOnHand, quantity_milli: number, amount_tyiyn: number): void {
    const { location } = this.#document
    const day = priceDay(this.#document)
    this.#askExpired(item.product, lot, day)
    const sold = { amount_tyiyn, quantity_milli, net_tyiyn: lot.net_tyiyn }
    const { terms, commission_tyiyn } = termsOfPart(this.#facts, this.#draft, location, lot, sold, day)
    const agreement = this.#facts.agreement(location, day)
    const partner_tyiyn = agreement ? partnerShare(agreement, amount_tyiyn, commission_tyiyn) : 0
    if (partner_tyiyn > commission_tyiyn && partner_tyiyn > 0) {
      const data = { article: item.product.article, share_tyiyn: partner_tyiyn, commission_tyiyn }
      this.#draft.warnings.push(notice('partner_share_exceeds_commission', data))
    }
    this.#draft.lines.push(
      goodsLine({
        line: item.line,
        part,
        location,
        product: item.product.id,
        lot: lot.id,
        producer: lot.producer,
        quantity_milli,
        price_tyiyn: item.price_tyiyn,
        discount_tyiyn: priceTimes(item.price_tyiyn, quantity_milli) - amount_tyiyn,
        amount_tyiyn,
        net_tyiyn: lot.net_tyiyn,
        method: terms.method,
        rate: appliedRate(terms),
        commission_tyiyn,
        partner: agreement?.partner ?? null,
        partner_tyiyn,
        agreement: agreement?.id ?? null,
        terms: terms.id,
        set: item.set,
        payment: item.payment,
      }),
    )
    const producer = `producer:${lot.producer}` as const
    const paid = accountOf(item.payment, this.#document.customer)
    this.#draft.move(item.line, item.product.id, lot.id, location, PLACE.CUSTOMER, quantity_milli)
    this.#draft.pay(item.line, paid, producer, amount_tyiyn, 'sales')
    this.#draft.pay(item.line, producer, 'commission', commission_tyiyn, 'commission')
    if (agreement) this.#draft.pay(item.line, 'commission', `partner:${agreement.partner}`, partner_tyiyn, '')
  }

  #askExpired(product: ProductFact, lot: LotOnHand, day: string): void {
    if (lot.expires === null || lot.expires >= day) return
    const data = {
      article: product.article,
      product: product.name,
      lot: lot.name,
      expires: lot.expires,
      date: day,
    }
    this.#draft.questions.push(notice('expired_lot', data))
  }
}
