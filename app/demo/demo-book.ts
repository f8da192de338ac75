/** A year of an invented association as a ledger book: real villages and goods, everything else made up. */

import { type Book, type BookRow, SHEETS, type SheetKey } from '../../domain/book/sheets.ts'
import { addDays, addMonths, dayNumber, firstDay, lastDay, type Month, monthOf } from '../../domain/dates.ts'
import { FAIR, HOTEL, SHOP, STORE } from './land.ts'
import { Luck } from './luck.ts'
import { advance, bankTill, charge, collect, countShop, payStall, reprice, writeOff } from './office.ts'
import { bringBack, sellAt, sellLate, sellWholesale } from './selling.ts'
import { begin } from './start.ts'
import { clear, receive, restock, returnOld } from './supply.ts'
import { DemoTrade } from './trade.ts'

export interface DemoOptions {
  readonly producers?: number
  readonly months?: number
  /** The last month of work. */
  readonly until: Month
  readonly seed?: number
}

/**
 * The same book for the same options. Every sheet is filled but «Выплаты» of settled months: what is paid depends on the
 * settlements, so only advances are there.
 */
export function makeDemoBook({ producers = 75, months = 12, until, seed = 1 }: DemoOptions): Book {
  const start = firstDay(addMonths(until, 1 - months))
  const trade = new DemoTrade(new Luck(seed))
  begin(trade, producers, start)
  for (let day = start; day <= lastDay(until); day = addDays(day, 1)) workDay(trade, day)
  const keys = Object.keys(SHEETS) as SheetKey[]
  return Object.fromEntries(keys.map((key) => [key, trade.rows.get(key)])) as unknown as Book
}

/** The rows of one month; `openings` and catalogues go with the first. */
export function monthOfBook(book: Book, month: Month, first: boolean): Book {
  const inMonth = ({ values }: BookRow): boolean => {
    const { date } = values as { date?: string }
    return date === undefined ? first : monthOf(date) === month || (first && date < firstDay(month))
  }
  return Object.fromEntries(
    Object.entries(book).map(([key, rows]) => [key, (rows as readonly BookRow[]).filter(inMonth)]),
  ) as unknown as Book
}

/** Customers a day at the shop, in percent of a usual month; tourists come in summer, gifts are bought in December. */
const SEASON = [70, 70, 95, 90, 100, 140, 190, 180, 110, 90, 90, 150]

/** One day in the order its papers post: goods in, returns, transfers, prices, sales, goods out, counts, money. */
function workDay(trade: DemoTrade, day: string): void {
  const { luck } = trade
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8))
  const weekday = (dayNumber(day) + 3) % 7
  const season = SEASON[month - 1] ?? 100
  if (date === 1) trade.earned.clear()
  deliver(trade, day, weekday)
  if (luck.chance(5)) bringBack(trade, day)
  travel(trade, day, { month, date, weekday })
  if (date === 1 && month % 4 === 2) reprice(trade, day)
  sell(trade, day, { month, date, weekday, season })
  if (date === 25) returnOld(trade, day)
  if (weekday === 0) writeOff(trade, day)
  if (day === lastDay(monthOf(day)) && month % 3 === 0) countShop(trade, day)
  if (date === 10) charge(trade, day)
  if (date === 20) advance(trade, day)
  if (date === 15) collect(trade, day)
  if (weekday === 4) bankTill(trade, day)
  if (date === 28 && isFairMonth(month)) payStall(trade, day)
}

interface When {
  readonly month: number
  readonly date: number
  /** Monday is 0. */
  readonly weekday: number
}

const isFairMonth = (month: number): boolean => month === 7 || month === 8 || month === 12
const isFair = ({ month, date }: When): boolean => isFairMonth(month) && date >= 12 && date <= 27
const isSummer = ({ month }: When): boolean => month >= 6 && month <= 9

/** Every producer comes about every five weeks; nobody on Sundays. */
function deliver(trade: DemoTrade, day: string, weekday: number): void {
  if (weekday === 6) return
  for (const producer of new Set(trade.products.map((product) => product.producer))) {
    if (trade.luck.chance(3.2)) receive(trade, day, producer)
  }
}

function travel(trade: DemoTrade, day: string, when: When): void {
  if (when.weekday === 1 || when.weekday === 4) restock(trade, day, STORE, SHOP, 35)
  if (isSummer(when) && (when.date === 2 || when.date === 16)) restock(trade, day, STORE, HOTEL, 20)
  if (isFairMonth(when.month) && when.date === 11) restock(trade, day, STORE, FAIR, 40)
  if (isFairMonth(when.month) && when.date === 28) clear(trade, day, FAIR, STORE)
  if (when.month === 10 && when.date === 2) clear(trade, day, HOTEL, STORE)
}

function sell(trade: DemoTrade, day: string, when: When & { readonly season: number }): void {
  const { luck } = trade
  const weekend = when.weekday >= 5 ? 130 : 100
  const customers = Math.round((luck.whole(5, 10) * when.season * weekend) / 10_000)
  for (let count = 0; count < customers; count += 1) sellAt(trade, day, SHOP)
  if (isFair(when)) for (let count = luck.whole(4, 10); count > 0; count -= 1) sellAt(trade, day, FAIR)
  if (isSummer(when) && luck.chance(60)) sellAt(trade, day, HOTEL)
  if (when.month >= 7 && when.month <= 9 && when.date === 3) sellLate(trade, day)
  if (when.weekday < 5 && luck.chance(15)) sellWholesale(trade, day)
}
