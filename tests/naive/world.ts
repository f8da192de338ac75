import type { Book } from '../../domain/book/sheets.ts'
import type { NoticeCode } from '../../domain/error.ts'
import { compareText, halfUp, plusDays } from './numbers.ts'

/** Why a book is refused: the first row that cannot stand, and the code of the reason. */
export interface Refusal {
  readonly sheet: keyof Book
  readonly row: number
  readonly code: NoticeCode
}

export class RefusedRow extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`${refusal.sheet} row ${refusal.row}: ${refusal.code}`)
    this.refusal = refusal
  }
}

export function refuse(sheet: keyof Book, row: number, code: NoticeCode): never {
  throw new RefusedRow({ sheet, row, code })
}

interface StockMove {
  readonly date: string
  readonly place: string
  readonly change: bigint
}

export interface Lot {
  /** The sheet and row that brought it: receipts:5, openingStock:2, stockCounts:7. */
  readonly id: string
  readonly article: string
  readonly producer: string
  readonly net: bigint | undefined
  readonly received: string
  readonly expires: string | undefined
  /** Where it stands among all lots: order of posting, then line. */
  readonly order: number
  readonly moves: StockMove[]
}

export type Figure =
  | 'opening'
  | 'sales'
  | 'returns'
  | 'commission'
  | 'compensation'
  | 'charges'
  | 'deductions'
  | 'payouts'
  | 'share'
  | ''

export interface MoneyMove {
  readonly date: string
  readonly debit: string
  readonly credit: string
  readonly amount: bigint
  readonly figure: Figure
}

type Method = 'percent_of_sale' | 'difference' | 'percent_of_difference' | 'fixed_per_unit'

export interface Terms {
  readonly method: Method
  readonly rate: bigint
  readonly fixed: bigint
}

export interface Agreement {
  readonly partner: string
  readonly rate: bigint
  readonly base: 'sale' | 'commission'
}

/** A line of a sale as it left one lot. */
export interface SalePart {
  readonly row: number
  readonly article: string
  readonly lot: Lot
  readonly quantity: bigint
  readonly amount: bigint
  readonly commission: bigint
  readonly partner: bigint
  readonly partnerCode: string | undefined
  readonly means: string
  returned: bigint
}

/** A product in a line: the line's own, or a component of its set. */
export interface SalePiece {
  readonly article: string
  /** Thousandths in one set; undefined where the line is no set. */
  readonly perSet: bigint | undefined
  readonly parts: SalePart[]
}

export interface PostedSale {
  readonly date: string
  readonly location: string
  readonly number: string | undefined
  readonly ledgerNumber: string
  readonly lines: { row: number; article: string; customer: string | undefined; pieces: SalePiece[] }[]
}

interface PriceFrom {
  readonly article: string
  readonly from: string
  readonly price: bigint
}

export interface World {
  readonly book: Book
  readonly lots: Lot[]
  readonly money: MoneyMove[]
  readonly prices: PriceFrom[]
  readonly sales: PostedSale[]
  readonly parts: SalePart[]
}

/** Before every date: what holds from the beginning. */
const BEGINNING = ''

export function newWorld(book: Book): World {
  const prices: PriceFrom[] = []
  for (const { values } of book.products) {
    if (values.price !== undefined) {
      prices.push({ article: values.article, from: BEGINNING, price: BigInt(values.price) })
    }
  }
  for (const { values } of book.sets) {
    prices.push({ article: values.setArticle, from: BEGINNING, price: BigInt(values.price) })
  }
  return { book, lots: [], money: [], prices, sales: [], parts: [] }
}

/** A negative amount swaps the pair, a zero makes no move. */
export function pay(
  world: World,
  date: string,
  debit: string,
  credit: string,
  amount: bigint,
  figure: Figure,
): void {
  if (amount === 0n) return
  if (amount > 0n) world.money.push({ date, debit, credit, amount, figure })
  else world.money.push({ date, debit: credit, credit: debit, amount: -amount, figure })
}

export function setting(book: Book, parameter: string): string | undefined {
  return book.settings.find((row) => row.values.parameter.trim().toLowerCase() === parameter)?.values.value
}

/** A number as a settings row has it, in hundredths: «12,5 %» → 1250. */
export function hundredths(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replaceAll(/[\s%]/gu, '').replace(',', '.').split('.')
  return BigInt(`${whole}${fraction.padEnd(2, '0').slice(0, 2)}`)
}

export function productOf(world: World, article: string) {
  return world.book.products.find((row) => row.values.article === article)?.values
}

export function componentsOf(world: World, setArticle: string) {
  return world.book.sets.filter((row) => row.values.setArticle === setArticle).map((row) => row.values)
}

/** The price of the day: the latest that began by then, of one day the one set last. */
export function priceOn(world: World, article: string, date: string): bigint | undefined {
  let found: PriceFrom | undefined
  for (const price of world.prices) {
    if (price.article !== article || price.from > date) continue
    if (found === undefined || price.from >= found.from) found = price
  }
  return found?.price
}

const LADDER: readonly ((row: { producer?: string; article?: string; location?: string }) => boolean)[] = [
  (row) => row.article !== undefined && row.location !== undefined,
  (row) => row.article !== undefined && row.location === undefined,
  (row) => row.article === undefined && row.producer !== undefined && row.location !== undefined,
  (row) => row.article === undefined && row.producer !== undefined && row.location === undefined,
  (row) => row.article === undefined && row.producer === undefined && row.location !== undefined,
  (row) => row.article === undefined && row.producer === undefined && row.location === undefined,
]

export function termsOn(
  world: World,
  article: string,
  producer: string,
  location: string,
  date: string,
): Terms | undefined {
  const fitting = world.book.terms
    .map((row) => row.values)
    .filter(
      (row) =>
        row.from <= date &&
        (row.article === undefined || row.article === article) &&
        (row.producer === undefined || row.producer === producer) &&
        (row.location === undefined || row.location === location),
    )
  for (const isOfLevel of LADDER) {
    let found: (typeof fitting)[number] | undefined
    for (const row of fitting) {
      if (isOfLevel(row) && (found === undefined || row.from >= found.from)) found = row
    }
    if (found) {
      return { method: found.method, rate: BigInt(found.rate ?? 0), fixed: BigInt(found.fixed ?? 0) }
    }
  }
  return defaultTerms(world.book)
}

const METHOD_WORDS: Readonly<Record<string, Method>> = {
  процент: 'percent_of_sale',
  разница: 'difference',
  'процент от разницы': 'percent_of_difference',
  'за единицу': 'fixed_per_unit',
}

function defaultTerms(book: Book): Terms | undefined {
  const word = setting(book, 'схема')
  const rate = setting(book, 'ставка')
  if (word === undefined && rate === undefined) return undefined
  const method = METHOD_WORDS[(word ?? 'процент').trim().toLowerCase()]
  if (method === undefined) return undefined
  const number = hundredths(rate ?? '0')
  return { method, rate: number, fixed: number }
}

export function agreementOn(world: World, location: string, date: string): Agreement | undefined {
  let found: { from: string; agreement: Agreement } | undefined
  for (const { values } of world.book.locations) {
    const from = values.shareFrom ?? BEGINNING
    if (values.code !== location || from > date) continue
    if (values.partner === undefined || values.share === undefined) continue
    if (found !== undefined && from < found.from) continue
    const base = values.shareBase ?? 'sale'
    found = { from, agreement: { partner: values.partner, rate: BigInt(values.share), base } }
  }
  return found?.agreement.rate === 0n ? undefined : found?.agreement
}

export function shareOf(agreement: Agreement | undefined, amount: bigint, commission: bigint): bigint {
  if (!agreement) return 0n
  return halfUp(agreement.base === 'sale' ? amount : commission, agreement.rate, 10_000n)
}

/** The association's share of one part; undefined where the method wants a net price and the lot has none. */
export function commissionOf(terms: Terms, amount: bigint, quantity: bigint, net: bigint | undefined) {
  if (terms.method === 'percent_of_sale') return halfUp(amount, terms.rate, 10_000n)
  if (terms.method === 'fixed_per_unit') {
    const fixed = halfUp(terms.fixed, quantity, 1000n)
    return fixed < amount ? fixed : amount
  }
  if (net === undefined) return undefined
  const difference = amount - halfUp(net, quantity, 1000n)
  return terms.method === 'difference' ? difference : halfUp(difference, terms.rate, 10_000n)
}

/** First of those that leave: earliest best-before, then receipt date, then order of posting. */
export function compareLots(left: Lot, right: Lot): number {
  const never = '9999-99-99'
  return (
    compareText(left.expires ?? never, right.expires ?? never) ||
    compareText(left.received, right.received) ||
    left.order - right.order
  )
}

export function balanceOf(lot: Lot, place: string, date: string): bigint {
  let balance = 0n
  for (const move of lot.moves) if (move.place === place && move.date <= date) balance += move.change
  return balance
}

/** The least the lot holds at the place at the end of that day and of every later one. */
function availableOf(lot: Lot, place: string, date: string): bigint {
  let least = balanceOf(lot, place, date)
  for (const move of lot.moves) {
    if (move.place !== place || move.date <= date) continue
    const balance = balanceOf(lot, place, move.date)
    if (balance < least) least = balance
  }
  return least
}

export interface LotInput {
  readonly sheet: keyof Book
  readonly row: number
  readonly date: string
  readonly place: string
  readonly article: string
  readonly quantity: bigint
  readonly net?: number | undefined
  readonly received: string
  readonly made?: string | undefined
  readonly expires?: string | undefined
}

export function openLot(world: World, input: LotInput): void {
  const product = productOf(world, input.article)
  if (!product) refuse(input.sheet, input.row, 'unknown_product')
  const net = input.net ?? product.net
  let expires = input.expires
  if (expires === undefined && input.made !== undefined && product.shelfLifeDays !== undefined) {
    expires = plusDays(input.made, product.shelfLifeDays)
  }
  world.lots.push({
    id: `${input.sheet}:${input.row}`,
    article: input.article,
    producer: product.producer,
    net: net === undefined ? undefined : BigInt(net),
    received: input.received,
    expires,
    order: world.lots.length,
    moves: [{ date: input.date, place: input.place, change: input.quantity }],
  })
}

export interface Taken {
  readonly lot: Lot
  readonly quantity: bigint
}

/** Takes goods out of a place lot by lot, first expired first out; undefined where they do not suffice. */
export function takeOut(
  world: World,
  article: string,
  place: string,
  date: string,
  quantity: bigint,
): Taken[] | undefined {
  const taken: Taken[] = []
  let left = quantity
  for (const lot of world.lots.filter((candidate) => candidate.article === article).sort(compareLots)) {
    const available = availableOf(lot, place, date)
    if (left === 0n || available <= 0n) continue
    const part = available < left ? available : left
    taken.push({ lot, quantity: part })
    left -= part
  }
  if (left > 0n) return undefined
  for (const { lot, quantity: part } of taken) lot.moves.push({ date, place, change: -part })
  return taken
}
