import type { Book } from '../../domain/book/sheets.ts'
import type { NaiveDocument } from './documents.ts'
import { compareText, halfUp } from './numbers.ts'
import { meansOf } from './sell.ts'
import type { PostedSale, SalePart, SalePiece, World } from './world.ts'
import { pay, refuse } from './world.ts'

type ReturnDocument = NaiveDocument<'customerReturns'>
type ReturnValues = ReturnDocument['rows'][number]['values']

const smaller = (left: bigint, right: bigint): bigint => (left < right ? left : right)

function leftOfPiece(piece: SalePiece): bigint {
  return piece.parts.reduce((left, part) => left + part.quantity - part.returned, 0n)
}

/**
 * What has to come back for one of the article: the article itself out of every line, or every component of the set
 * out of the lines that sold the set.
 */
function heapsOf(sale: PostedSale, article: string): { perSet: bigint | undefined; pieces: SalePiece[] }[] {
  const sets = sale.lines.filter((line) => line.article === article && line.pieces[0]?.perSet !== undefined)
  const [set] = sets
  if (!set) {
    const all = sale.lines.flatMap((line) => line.pieces)
    return [{ perSet: undefined, pieces: all.filter((piece) => piece.article === article) }]
  }
  return set.pieces.map(({ article: component, perSet }) => ({
    perSet,
    pieces: sets.flatMap((line) => line.pieces.filter((piece) => piece.article === component)),
  }))
}

/** How much of the article can still come back of the sale: whole sets, or the product itself. */
function leftOfSale(sale: PostedSale, article: string): bigint {
  return heapsOf(sale, article)
    .map(({ perSet, pieces }) => {
      const left = pieces.reduce((sum, piece) => sum + leftOfPiece(piece), 0n)
      return perSet === undefined ? left : (left / perSet) * 1000n
    })
    .reduce(smaller)
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
  const quantity = BigInt(values.quantity)
  if (!sale || leftOfSale(sale, values.article) < quantity) {
    refuse('customerReturns', row, 'return_exceeds_sale')
  }
  const means = values.payment === undefined ? undefined : meansOf(values.payment, sale.lines[0]?.customer)
  if (values.payment !== undefined && means === undefined) {
    refuse('customerReturns', row, 'credit_without_customer')
  }
  const to = {
    date: document.date,
    place: values.location ?? sale.location,
    meansOf: (sold: SalePart) => means ?? sold.means,
  }
  for (const { perSet, pieces } of heapsOf(sale, values.article)) {
    let left = perSet === undefined ? quantity : (quantity * perSet) / 1000n
    for (const piece of pieces) {
      const part = smaller(left, leftOfPiece(piece))
      bringPieceBack(world, piece, part, to)
      left -= part
    }
  }
}

export function postCustomerReturn(world: World, document: ReturnDocument): void {
  for (const { row, values } of document.rows) returnRow(world, document, row, values)
}
