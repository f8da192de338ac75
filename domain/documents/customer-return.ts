import { z } from 'zod'
import { appliedRate, partnerShare, termsOfPart } from '../commission.ts'
import { EsepError, eachLine } from '../error.ts'
import type { Facts, ProductFact, SaleFact, SalePart } from '../facts.ts'
import { mulDiv, priceTimes } from '../money.ts'
import { accountOf, roundCashOf } from '../payment.ts'
import { goodsLine, type Payment, PLACE, type PostedLine, PostingDraft } from '../registers.ts'
import {
  checkPrices,
  checkQuantity,
  type DocumentType,
  header,
  lines,
  priceDay,
  zId,
  zMoney,
  zPayment,
  zQuantity,
} from './document.ts'

/** Goods of a sale in the ledger: any part of a line, of all lines of the product, or of a set as a whole. */
const known = z.strictObject({
  sale: zId,
  saleLine: zId.optional(),
  product: zId,
  quantity_milli: zQuantity,
  location: zId.optional(),
  payment: zPayment.optional(),
})
/** Goods of a sale the ledger does not hold. */
const unknown = z.strictObject({
  product: zId,
  lot: zId,
  price_tyiyn: zMoney,
  quantity_milli: zQuantity,
  location: zId,
  payment: zPayment.optional(),
})

const schema = z.strictObject({
  ...header,
  kind: z.literal('customer_return'),
  customer: zId.optional(),
  lines: lines(z.union([known, unknown])),
})

type CustomerReturn = z.infer<typeof schema>
type KnownLine = z.infer<typeof known>
type UnknownLine = z.infer<typeof unknown>

/** What a return takes back of one part: signed sums of the original, by f(r) of rules.md section 6. */
interface TakenBack {
  readonly quantity_milli: number
  readonly amount_tyiyn: number
  readonly discount_tyiyn: number
  readonly commission_tyiyn: number
  readonly partner_tyiyn: number
}

/** Возврат покупателя: the same lots come back at the original price and terms. */
export const customerReturn: DocumentType<CustomerReturn> = {
  schema,
  post(document, facts) {
    const draft = new PostingDraft()
    if (document.customer !== undefined) facts.customer(document.customer)
    const taken = new Map<string, TakenBack>()
    eachLine(document.lines, (item, index) => {
      const product = facts.product(item.product)
      checkQuantity(product, item.quantity_milli)
      if ('sale' in item) takeBackKnown(draft, facts, document, item, index + 1, taken)
      else takeBackUnknown(draft, facts, document, item, product, index + 1)
    })
    roundCashOf(draft, facts, document.date, 1)
    return draft
  },
}

function takeBackKnown(
  draft: PostingDraft,
  facts: Facts,
  document: CustomerReturn,
  item: KnownLine,
  line: number,
  taken: Map<string, TakenBack>,
): void {
  const sale = facts.sale(item.sale)
  if (document.date < sale.date) {
    const data = { sale: sale.number, date: document.date, saleDate: sale.date }
    throw new EsepError('return_before_sale', data)
  }
  const product = facts.product(item.product)
  const wanted =
    product.components.length === 0
      ? [{ product: product.id, quantity_milli: item.quantity_milli }]
      : wholeSet(product, item)
  const set = product.components.length === 0 ? undefined : product.id
  let partNumber = 0
  for (const component of wanted) {
    let left_milli = component.quantity_milli
    for (const part of sale.parts) {
      if (left_milli === 0) break
      if (part.product !== component.product || (set !== undefined && part.set !== set)) continue
      if (item.saleLine !== undefined && part.line !== item.saleLine) continue
      const key = `${part.document}/${part.line}/${part.part}`
      const before = taken.get(key) ?? part.taken
      const quantity_milli = Math.min(left_milli, part.quantity_milli - before.quantity_milli)
      if (quantity_milli <= 0) continue
      const back = backOf(part, before, quantity_milli)
      taken.set(key, together(before, back))
      left_milli -= quantity_milli
      partNumber += 1
      bringBack(draft, facts, document, item, sale, part, { line, part: partNumber }, back)
    }
    if (left_milli > 0) throw exceeds(facts, item, component, sale.number, left_milli)
  }
}

const wholeSet = (product: ProductFact, item: KnownLine) =>
  product.components.map((component) => ({
    product: component.product,
    quantity_milli: (item.quantity_milli / 1000) * component.quantity_milli,
  }))

function exceeds(
  facts: Facts,
  item: KnownLine,
  component: { product: number; quantity_milli: number },
  sale: string,
  left_milli: number,
): EsepError {
  const { article, unit } = facts.product(component.product)
  const returnable_milli = component.quantity_milli - left_milli
  return new EsepError('return_exceeds_sale', {
    article,
    sale,
    quantity_milli: item.quantity_milli,
    left_milli: returnable_milli,
    unit,
  })
}

/**
 * f(r after), less what standing returns have taken back: any number of steps takes back exactly X, in whatever order
 * some of them were reversed meanwhile.
 */
function backOf(part: SalePart, before: TakenBack, quantity_milli: number): TakenBack {
  const after_milli = before.quantity_milli + quantity_milli
  const due = (whole: number): number => mulDiv(whole, after_milli, part.quantity_milli)
  return {
    quantity_milli,
    amount_tyiyn: due(part.amount_tyiyn) - before.amount_tyiyn,
    discount_tyiyn: due(part.discount_tyiyn) - before.discount_tyiyn,
    commission_tyiyn: due(part.commission_tyiyn) - before.commission_tyiyn,
    partner_tyiyn: due(part.partner_tyiyn) - before.partner_tyiyn,
  }
}

const together = (left: TakenBack, right: TakenBack): TakenBack => ({
  quantity_milli: left.quantity_milli + right.quantity_milli,
  amount_tyiyn: left.amount_tyiyn + right.amount_tyiyn,
  discount_tyiyn: left.discount_tyiyn + right.discount_tyiyn,
  commission_tyiyn: left.commission_tyiyn + right.commission_tyiyn,
  partner_tyiyn: left.partner_tyiyn + right.partner_tyiyn,
})

function bringBack(
  draft: PostingDraft,
  facts: Facts,
  document: CustomerReturn,
  item: KnownLine,
  sale: SaleFact,
  part: SalePart,
  at: { line: number; part: number },
  back: TakenBack,
): void {
  const location = facts.location(item.location ?? part.location).id
  const payment = item.payment ?? part.payment
  pushBack(draft, {
    line: goodsLine({
      ...at,
      location,
      product: part.product,
      lot: part.lot,
      producer: part.producer,
      quantity_milli: back.quantity_milli,
      price_tyiyn: part.price_tyiyn,
      discount_tyiyn: back.discount_tyiyn,
      amount_tyiyn: back.amount_tyiyn,
      net_tyiyn: part.net_tyiyn,
      method: part.method,
      rate: part.rate,
      commission_tyiyn: back.commission_tyiyn,
      partner: part.partner,
      partner_tyiyn: back.partner_tyiyn,
      agreement: part.agreement,
      terms: part.terms,
      set: part.set,
      payment,
      source: { document: part.document, line: part.line, part: part.part },
    }),
    lot: part.lot,
    producer: part.producer,
    location,
    payment,
    customer: document.customer ?? sale.customer,
  })
}

interface Back {
  readonly line: PostedLine
  readonly lot: number
  readonly producer: number
  readonly location: number
  readonly payment: Payment
  readonly customer: number | null
}

function pushBack(draft: PostingDraft, { line, lot, producer, location, payment, customer }: Back): void {
  const owner = `producer:${producer}` as const
  draft.lines.push(line)
  draft.move(line.line, line.product, lot, PLACE.CUSTOMER, location, line.quantity_milli)
  draft.pay(line.line, owner, accountOf(payment, customer), line.amount_tyiyn, 'returns')
  draft.pay(line.line, 'commission', owner, line.commission_tyiyn, 'commission')
  if (line.partner !== null)
    draft.pay(line.line, `partner:${line.partner}`, 'commission', line.partner_tyiyn, '')
}

/** A sale the ledger does not hold: A, C, H as of a sale of that day. */
function takeBackUnknown(
  draft: PostingDraft,
  facts: Facts,
  document: CustomerReturn,
  item: UnknownLine,
  product: ProductFact,
  line: number,
): void {
  const lot = facts.lot(item.lot)
  if (lot.product !== product.id) throw new EsepError('unknown_lot', { lot: lot.name })
  checkPrices(product, item.price_tyiyn)
  const day = priceDay(document)
  const amount_tyiyn = priceTimes(item.price_tyiyn, item.quantity_milli)
  const sold = { amount_tyiyn, quantity_milli: item.quantity_milli, net_tyiyn: lot.net_tyiyn }
  const { terms, commission_tyiyn } = termsOfPart(
    facts,
    draft,
    facts.location(item.location).id,
    lot,
    sold,
    day,
  )
  const agreement = facts.agreement(item.location, day)
  const payment = item.payment ?? 'cash'
  pushBack(draft, {
    line: goodsLine({
      line,
      location: item.location,
      product: product.id,
      lot: lot.id,
      producer: lot.producer,
      quantity_milli: item.quantity_milli,
      price_tyiyn: item.price_tyiyn,
      amount_tyiyn,
      net_tyiyn: lot.net_tyiyn,
      method: terms.method,
      rate: appliedRate(terms),
      commission_tyiyn,
      partner: agreement?.partner ?? null,
      partner_tyiyn: agreement ? partnerShare(agreement, amount_tyiyn, commission_tyiyn) : 0,
      agreement: agreement?.id ?? null,
      terms: terms.id,
      payment,
    }),
    lot: lot.id,
    producer: lot.producer,
    location: item.location,
    payment,
    customer: document.customer ?? null,
  })
}
