import type { BookDiscount, RowValues } from '../../domain/book/sheets.ts'
import type { NaiveDocument } from './documents.ts'
import { oneOf } from './documents.ts'
import { halfUp, splitLargestRemainder } from './numbers.ts'
import type { PostedSale, SalePart, SalePiece, Taken, World } from './world.ts'
import {
  agreementOn,
  commissionOf,
  componentsOf,
  pay,
  priceOn,
  productOf,
  refuse,
  shareOf,
  takeOut,
  termsOn,
} from './world.ts'

type SaleDocument = NaiveDocument<'sales'>
type SaleValues = RowValues<'sales'>

/** Where the money of a line comes from or goes to. */
export function meansOf(payment: SaleValues['payment'], customer: string | undefined): string | undefined {
  if (payment === undefined || payment === 'cash') return 'cash'
  if (payment !== 'credit') return 'bank'
  return customer === undefined ? undefined : `customer:${customer}`
}

function discountOf(discount: BookDiscount | undefined, gross: bigint): bigint {
  if (discount === undefined) return 0n
  return 'amount' in discount ? BigInt(discount.amount) : halfUp(gross, BigInt(discount.rate), 10_000n)
}

function amountOf(world: World, document: SaleDocument, row: number, values: SaleValues): bigint {
  const price =
    values.price === undefined ? priceOn(world, values.article, document.paperDate) : BigInt(values.price)
  if (price === undefined) return refuse('sales', row, 'no_price')
  const gross = halfUp(price, BigInt(values.quantity), 1000n)
  const discount = discountOf(values.discount, gross)
  if (discount < 0n) return refuse('sales', row, 'number_out_of_range')
  if (discount > gross) return refuse('sales', row, 'discount_out_of_range')
  const amount = gross - discount
  if (values.amount !== undefined && BigInt(values.amount) !== amount) {
    return refuse('sales', row, 'amount_differs')
  }
  return amount
}

/** The products of a line with their share of its amount: itself, or the components of its set. */
function piecesOf(world: World, document: SaleDocument, row: number, values: SaleValues, amount: bigint) {
  const quantity = BigInt(values.quantity)
  const components = componentsOf(world, values.article)
  if (components.length === 0) return [{ article: values.article, quantity, perSet: undefined, amount }]
  const weights = components.map((component) => {
    const price = priceOn(world, component.article, document.paperDate)
    return price === undefined ? refuse('sales', row, 'no_price') : price * BigInt(component.quantity)
  })
  const amounts = splitLargestRemainder(amount, weights)
  return components.map((component, index) => ({
    article: component.article,
    quantity: (quantity * BigInt(component.quantity)) / 1000n,
    perSet: BigInt(component.quantity),
    amount: amounts[index] ?? 0n,
  }))
}

interface Worth {
  readonly taken: Taken
  readonly amount: bigint
  readonly commission: bigint
  readonly partner: bigint
  readonly partnerCode: string | undefined
}

/** Splits an amount over the lots taken and works each part out by itself, as a sale at that place on that day. */
export function worthOf(
  world: World,
  where: { sheet: 'sales' | 'writeOffs' | 'stockCounts'; row: number; location: string; paperDate: string },
  article: string,
  taken: readonly Taken[],
  amount: bigint,
): Worth[] {
  const producer = productOf(world, article)?.producer ?? ''
  const terms = termsOn(world, article, producer, where.location, where.paperDate)
  if (!terms) return refuse(where.sheet, where.row, 'no_terms')
  const agreement = agreementOn(world, where.location, where.paperDate)
  const amounts = splitLargestRemainder(
    amount,
    taken.map((part) => part.quantity),
  )
  return taken.map((part, index) => {
    const partAmount = amounts[index] ?? 0n
    const commission = commissionOf(terms, partAmount, part.quantity, part.lot.net)
    if (commission === undefined) return refuse(where.sheet, where.row, 'no_net_price')
    const partner = shareOf(agreement, partAmount, commission)
    return { taken: part, amount: partAmount, commission, partner, partnerCode: agreement?.partner }
  })
}

function postPart(world: World, date: string, part: SalePart): void {
  const producer = `producer:${part.lot.producer}`
  pay(world, date, part.means, producer, part.amount, 'sales')
  pay(world, date, producer, 'income', part.commission, 'commission')
  if (part.partnerCode !== undefined) {
    pay(world, date, 'income', `partner:${part.partnerCode}`, part.partner, 'share')
  }
  world.parts.push(part)
}

export function postSale(world: World, document: SaleDocument): void {
  const year = document.date.slice(0, 4)
  const before = world.sales.filter((sale) => sale.date.startsWith(year)).length
  const location = document.rows[0]?.values.location ?? ''
  const ledgerNumber = `РЛ-${year}-${String(before + 1).padStart(6, '0')}`
  const sale: PostedSale = { date: document.date, location, number: document.number, ledgerNumber, lines: [] }
  const customer = oneOf(document, 'customer')
  for (const { row, values } of document.rows) {
    const means = meansOf(values.payment, customer)
    if (means === undefined) refuse('sales', row, 'credit_without_customer')
    const amount = amountOf(world, document, row, values)
    const where = { sheet: 'sales' as const, row, location, paperDate: document.paperDate }
    const pieces: SalePiece[] = piecesOf(world, document, row, values, amount).map((piece) => {
      const taken = takeOut(world, piece.article, location, document.date, piece.quantity)
      if (!taken) return refuse('sales', row, 'not_enough_stock')
      const parts = worthOf(world, where, piece.article, taken, piece.amount).map((worth) => ({
        row,
        article: piece.article,
        lot: worth.taken.lot,
        quantity: worth.taken.quantity,
        amount: worth.amount,
        commission: worth.commission,
        partner: worth.partner,
        partnerCode: worth.partnerCode,
        means,
        returned: 0n,
      }))
      for (const part of parts) postPart(world, document.date, part)
      return { article: piece.article, perSet: piece.perSet, parts }
    })
    sale.lines.push({ row, article: values.article, customer, pieces })
  }
  world.sales.push(sale)
}
