import type { Book } from '../../domain/book/sheets.ts'
import type { NaiveDocument } from './documents.ts'
import { compareText, halfUp } from './numbers.ts'
import { meansOf } from './sell.ts'
import type { PostedSale, SalePart, SalePiece, World } from './world.ts'
import { pay, refuse } from './world.ts'

type ReturnDocument = NaiveDocument<'customerReturns'>
type ReturnValues = ReturnDocument['rows'][number]['values']
type SaleLine = PostedSale['lines'][number]

const smaller = (left: bigint, right: bigint): bigint => (left < right ? left : right)

function leftOfPiece(piece: SalePiece): bigint {
  return piece.parts.reduce((left, part) => left + part.quantity - part.returned, 0n)
}

/** How much of the article can still come back from this line: whole sets, or the product itself. */
function leftOfLine(line: SaleLine, article: string): bigint {
  if (line.article === article) {
    if (line.pieces.every((piece) => piece.perSet === undefined)) {
      return line.pieces.reduce((left, piece) => left + leftOfPiece(piece), 0n)
    }
    return line.pieces
      .map((piece) => (leftOfPiece(piece) / (piece.perSet ?? 1n)) * 1000n)
      .reduce((left, right) => smaller(left, right))
  }
  return line.pieces
    .filter((piece) => piece.article === article)
    .reduce((left, piece) => left + leftOfPiece(piece), 0n)
}

function leftOfSale(sale: PostedSale, article: string): bigint {
  return sale.lines.reduce((left, line) => left + leftOfLine(line, article), 0n)
}

function salesNamed(world: World, values: ReturnValues): PostedSale[] {
  return world.sales
    .filter((sale) => sale.number === values.sale || sale.ledgerNumber === values.sale)
    .filter((sale) => values.saleDate === undefined || sale.date === values.saleDate)
    .filter((sale) =>
      sale.lines.some(
        (line) =>
          line.article === values.article || line.pieces.some((piece) => piece.article === values.article),
      ),
    )
    .sort((left, right) => compareText(left.date, right.date))
}

/** Whether the return has to wait for the sales of its own day. */
export function waitsForSales(world: World, book: Book, document: ReturnDocument): boolean {
  return document.rows.some(({ values }) => {
    if (values.saleDate !== undefined) return values.saleDate === document.date
    if (salesNamed(world, values).some((sale) => leftOfSale(sale, values.article) > 0n)) return false
    return book.sales.some((row) => row.values.date === document.date && row.values.number === values.sale)
  })
}

/** f(r): what r thousandths of a part are worth. */
const worthOfReturned = (whole: bigint, returned: bigint, quantity: bigint): bigint =>
  halfUp(whole, returned, quantity)

function bringPartBack(
  world: World,
  part: SalePart,
  quantity: bigint,
  to: { date: string; place: string; means: string },
): void {
  const after = part.returned + quantity
  const back = (whole: bigint): bigint =>
    worthOfReturned(whole, after, part.quantity) - worthOfReturned(whole, part.returned, part.quantity)
  const producer = `producer:${part.lot.producer}`
  pay(world, to.date, producer, to.means, back(part.amount), 'returns')
  pay(world, to.date, 'income', producer, back(part.commission), 'commission')
  if (part.partnerCode !== undefined) {
    pay(world, to.date, `partner:${part.partnerCode}`, 'income', back(part.partner), 'share')
  }
  part.lot.moves.push({ date: to.date, place: to.place, change: quantity })
  part.returned = after
}

function bringPieceBack(
  world: World,
  piece: SalePiece,
  quantity: bigint,
  to: { date: string; place: string; meansOf: (part: SalePart) => string },
): void {
  let left = quantity
  for (const part of piece.parts) {
    const taken = smaller(left, part.quantity - part.returned)
    if (taken === 0n) continue
    bringPartBack(world, part, taken, { date: to.date, place: to.place, means: to.meansOf(part) })
    left -= taken
  }
}

function returnRow(world: World, document: ReturnDocument, row: number, values: ReturnValues): void {
  const named = salesNamed(world, values)
  if (named.length === 0) refuse('customerReturns', row, 'unknown_sale')
  const sale = named.find((candidate) => leftOfSale(candidate, values.article) > 0n)
  let left = BigInt(values.quantity)
  if (!sale || leftOfSale(sale, values.article) < left) {
    refuse('customerReturns', row, 'return_exceeds_sale')
  }
  for (const line of sale.lines) {
    const part = smaller(left, leftOfLine(line, values.article))
    if (part === 0n) continue
    const means = values.payment === undefined ? undefined : meansOf(values.payment, line.customer)
    if (values.payment !== undefined && means === undefined) {
      refuse('customerReturns', row, 'credit_without_customer')
    }
    const to = {
      date: document.date,
      place: values.location ?? sale.location,
      meansOf: (sold: SalePart) => means ?? sold.means,
    }
    const whole = line.article === values.article
    for (const piece of line.pieces.filter((candidate) => whole || candidate.article === values.article)) {
      const quantity = whole && piece.perSet !== undefined ? (part * piece.perSet) / 1000n : part
      bringPieceBack(world, piece, quantity, to)
    }
    left -= part
  }
}

export function postCustomerReturn(world: World, document: ReturnDocument): void {
  for (const { row, values } of document.rows) returnRow(world, document, row, values)
}
