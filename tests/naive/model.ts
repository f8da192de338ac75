/**
 * A second model of the ledger, written from the rules alone: plain arrays, everything worked out from scratch, slow
 * and plain. The engine is tested against it; it shares nothing with the engine but the types of a book.
 */
import type { Book } from '../../domain/book/sheets.ts'
import { postCustomerReturn, waitsForSales } from './bring-back.ts'
import { checkReferences } from './check.ts'
import type { Day, DocumentSheet, NaiveDocument } from './documents.ts'
import { daysOf, ORDER_WITHIN_DAY } from './documents.ts'
import type { NaiveMonth } from './months.ts'
import { monthsBetween, settleMonth } from './months.ts'
import { compareText, roundedCash } from './numbers.ts'
import {
  postCharge,
  postMoney,
  postOpeningBalance,
  postOpeningStock,
  postPayout,
  postProducerReturn,
  postReceipt,
  postRepricing,
  postStockCount,
  postTransfer,
  postWriteOff,
} from './post.ts'
import { postSale } from './sell.ts'
import type { MoneyMove, Refusal, World } from './world.ts'
import { newWorld, pay, RefusedRow, setting } from './world.ts'

interface NaivePart {
  /** The row of the sale and the sheet and row of the lot. */
  row: number
  lot: string
  article: string
  quantity: number
  amount: number
  commission: number
  partner: number
}

export interface NaiveResult {
  months: NaiveMonth[]
  /** «PLACE|ARTICLE» → thousandths, without zeros. */
  stock: Record<string, number>
  /** «PLACE|SHEET:ROW of the lot» → thousandths, without zeros. */
  lots: Record<string, number>
  parts: NaivePart[]
  /**
   * By account, without zeros: what is owed to producers and partners, earned (income, charges, rounding) and
   * opened is credit less debit; money at hand, what customers owe and losses are debit less credit.
   */
  balances: Record<string, number>
}

export type NaiveOutcome = { readonly refusal: Refusal } | (NaiveResult & { readonly refusal?: undefined })

export interface NaiveOptions {
  /** No row may be dated later. */
  readonly today?: string
  /** The last month to settle; without it the month of the last document. */
  readonly until?: string
}

const POSTS: { readonly [K in DocumentSheet]: (world: World, document: NaiveDocument<K>) => void } = {
  openingBalances: postOpeningBalance,
  openingStock: postOpeningStock,
  receipts: postReceipt,
  customerReturns: postCustomerReturn,
  transfers: postTransfer,
  repricings: postRepricing,
  sales: postSale,
  producerReturns: postProducerReturn,
  writeOffs: postWriteOff,
  stockCounts: postStockCount,
  charges: postCharge,
  payouts: postPayout,
  money: postMoney,
}

/** The day from which cash is rounded; undefined where it is not. */
function roundingFrom(book: Book): string | undefined {
  const value = setting(book, 'округление наличных')?.trim().toLowerCase()
  if (value === undefined || value === '' || value === 'нет') return undefined
  const day = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(value)
  if (day) return `${day[3]}-${day[2]}-${day[1]}`
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : ''
}

/** The difference between the cash of the moves and what is really handed over goes to the rounding account. */
function roundCashOf(world: World, date: string, moves: readonly MoneyMove[]): void {
  let taken = 0n
  for (const move of moves) {
    if (move.debit === 'cash') taken += move.amount
    if (move.credit === 'cash') taken -= move.amount
  }
  pay(world, date, 'cash', 'rounding', roundedCash(taken) - taken, '')
}

const ROUNDED: ReadonlySet<DocumentSheet> = new Set(['sales', 'customerReturns', 'payouts', 'money'])

function roundDocument(
  world: World,
  document: { sheet: DocumentSheet; date: string },
  firstMove: number,
): void {
  const from = roundingFrom(world.book)
  if (from === undefined || document.date < from || !ROUNDED.has(document.sheet)) return
  const moves = world.money.slice(firstMove)
  if (document.sheet !== 'payouts') {
    roundCashOf(world, document.date, moves)
    return
  }
  // Whoever is paid in two lines is handed one sum.
  const paid = moves.filter((move) => move.figure === 'payouts')
  const person = (move: MoneyMove): string => (move.debit.startsWith('producer') ? move.debit : move.credit)
  for (const own of Map.groupBy(paid, person).values()) roundCashOf(world, document.date, own)
}

function postAll<K extends DocumentSheet>(
  world: World,
  sheet: K,
  documents: readonly NaiveDocument<K>[],
): void {
  for (const document of documents) {
    const firstMove = world.money.length
    POSTS[sheet](world, document)
    roundDocument(world, document, firstMove)
  }
}

function postDay(world: World, book: Book, day: Day): void {
  const waiting: NaiveDocument<'customerReturns'>[] = []
  for (const sheet of ORDER_WITHIN_DAY) {
    if (sheet !== 'customerReturns') postAll(world, sheet, day.documents(sheet))
    else {
      for (const document of day.documents(sheet)) {
        if (waitsForSales(world, book, document)) waiting.push(document)
        else postAll(world, sheet, [document])
      }
    }
    if (sheet === 'sales') postAll(world, 'customerReturns', waiting)
  }
}

/** Every calendar month from that of the first document but openings to that of the last. */
function monthsOf(days: readonly Day[], until: string | undefined): string[] {
  const dates = days
    .filter((day) =>
      ORDER_WITHIN_DAY.some((sheet) => !sheet.startsWith('opening') && day.documents(sheet).length > 0),
    )
    .map((day) => day.date)
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return []
  return monthsBetween(first.slice(0, 7), until ?? last.slice(0, 7))
}

const sorted = (entries: Map<string, bigint>): Record<string, number> =>
  Object.fromEntries(
    [...entries]
      .filter(([, value]) => value !== 0n)
      .sort(([left], [right]) => compareText(left, right))
      .map(([key, value]) => [key, Number(value)]),
  )

function add(sums: Map<string, bigint>, key: string, value: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + value)
}

const DEBIT_ACCOUNTS = /^(?:cash|bank|loss|customer:)/

function balancesOf(world: World): Record<string, number> {
  const sums = new Map<string, bigint>()
  for (const move of world.money) {
    add(sums, move.debit, DEBIT_ACCOUNTS.test(move.debit) ? move.amount : -move.amount)
    add(sums, move.credit, DEBIT_ACCOUNTS.test(move.credit) ? -move.amount : move.amount)
  }
  return sorted(sums)
}

function resultOf(world: World, months: NaiveMonth[]): NaiveResult {
  const stock = new Map<string, bigint>()
  const lots = new Map<string, bigint>()
  for (const lot of world.lots) {
    for (const move of lot.moves) {
      add(stock, `${move.place}|${lot.article}`, move.change)
      add(lots, `${move.place}|${lot.id}`, move.change)
    }
  }
  const parts = world.parts.map((part) => ({
    row: part.row,
    lot: part.lot.id,
    article: part.article,
    quantity: Number(part.quantity),
    amount: Number(part.amount),
    commission: Number(part.commission),
    partner: Number(part.partner),
  }))
  return { months, stock: sorted(stock), lots: sorted(lots), parts, balances: balancesOf(world) }
}

/** Imports the whole book into an empty ledger, then settles and posts its months one after another. */
export function runModel(book: Book, options: NaiveOptions = {}): NaiveOutcome {
  try {
    checkReferences(book, options.today)
    const world = newWorld(book)
    const days = daysOf(book)
    for (const day of days) postDay(world, book, day)
    const months = monthsOf(days, options.until).map((month) => settleMonth(world, month))
    return resultOf(world, months)
  } catch (error) {
    if (error instanceof RefusedRow) return { refusal: error.refusal }
    throw error
  }
}
