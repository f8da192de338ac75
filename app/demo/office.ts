/** What the bookkeeper of the demo association does beside sales: prices, losses, counts, charges, money. */
import type { BookAccount } from '../../domain/book/sheets.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { CUSTOMERS, FAIR, PLACES, SHOP } from './land.ts'
import { type DemoTrade, isWhole } from './trade.ts'

/** New prices for a few goods, to the ten som, never below nine tenths of the first. */
export function reprice(trade: DemoTrade, date: CivilDate): void {
  const { luck } = trade
  for (const { article, price: first } of luck.some(trade.products, 6)) {
    const price = Math.max(
      Math.round((trade.price(article) * luck.whole(94, 112)) / 100_000) * 1000,
      Math.ceil((first * 9) / 10_000) * 1000,
    )
    trade.rows.add('repricings', { date, article, price, paperDate: '' })
    trade.prices.set(article, price)
  }
}

/** What is past its day is written off; now and then something breaks. */
export function writeOff(trade: DemoTrade, date: CivilDate): void {
  for (const { code: location } of PLACES) {
    for (const { article } of trade.products) {
      const quantity = trade.shelves.expiring(location, article, date)
      if (quantity > 0) lose(trade, { date, location, article, quantity }, 'истёк срок годности', 'producer')
    }
  }
  const breakable = trade.products.filter(
    (product) =>
      product.good.unit === 'банка' && trade.shelves.sellable(SHOP.code, product.article, date) > 0,
  )
  if (breakable.length === 0 || !trade.luck.chance(20)) return
  const { article } = trade.luck.pick(breakable)
  lose(trade, { date, location: SHOP.code, article, quantity: 1000 }, 'бой', 'association')
}

interface Lost {
  readonly date: CivilDate
  readonly location: string
  readonly article: string
  readonly quantity: number
}

function lose(trade: DemoTrade, lost: Lost, reason: string, bearer: 'producer' | 'association'): void {
  trade.rows.add('writeOffs', { ...lost, number: trade.paper('СП'), reason, bearer, paperDate: '' })
  trade.shelves.take(lost.location, lost.article, lost.quantity)
}

/** A part of the shop is counted: mostly right, now and then one too few or one too many. */
export function countShop(trade: DemoTrade, date: CivilDate): void {
  const { luck, shelves } = trade
  const location = SHOP.code
  const number = trade.paper('ИН')
  const there = trade.products.filter(
    (product) => isWhole(product) && shelves.stock(location, product.article) > 0,
  )
  for (const { article } of luck.some(there, 40)) {
    const counted = shelves.stock(location, article) + (luck.chance(6) ? -1000 : luck.chance(3) ? 1000 : 0)
    const bearer = luck.chance(80) ? 'association' : 'producer'
    trade.rows.add('stockCounts', { date, number, location, article, counted, bearer, paperDate: '' })
    shelves.count(location, article, counted)
  }
}

/** Packaging and transport; once in a while a charge is given back. */
export function charge(trade: DemoTrade, date: CivilDate): void {
  const { luck } = trade
  const producers = [...new Set(trade.products.map(({ producer }) => producer))]
  for (const producer of luck.some(producers, 7)) {
    const [kind, most] = luck.pick([
      ['упаковка', 40],
      ['транспорт', 35],
    ] as const)
    const back = luck.chance(6)
    const amount = luck.whole(5, most) * (back ? -1000 : 1000)
    const note = back ? 'тара возвращена' : ''
    trade.rows.add('charges', { date, producer, kind, amount, note, paperDate: '' })
  }
}

/** Advances to who has sold well this month: half of it is surely theirs. */
export function advance(trade: DemoTrade, date: CivilDate): void {
  const able = [...trade.earned].filter(([, amount]) => amount >= 400_000)
  for (const [producer, earned] of trade.luck.some(able, 2)) {
    const amount = Math.floor(earned / 400_000) * 200_000
    const number = trade.paper('АВ')
    const method = trade.till - amount >= KEPT_IN_TILL ? 'cash' : 'bank'
    trade.rows.add('payouts', { date, number, producer, amount, method, note: 'аванс', paperDate: '' })
    if (method === 'cash') trade.till -= amount
  }
}

const KEPT_IN_TILL = 2_000_000

/** The till goes to the bank, but for change. */
export function bankTill(trade: DemoTrade, date: CivilDate): void {
  const amount = Math.floor((trade.till - KEPT_IN_TILL) / 100_000) * 100_000
  if (amount <= 0) return
  addMoney(trade, date, { account: 'cash' }, { account: 'bank' }, amount, 'сдана выручка')
  trade.till -= amount
}

/** Customers pay what they owe, some of them half of it. */
export function collect(trade: DemoTrade, date: CivilDate): void {
  for (const who of CUSTOMERS) {
    const owed = trade.debts.get(who) ?? 0
    const amount = trade.luck.chance(75) ? owed : Math.floor(owed / 200) * 100
    if (amount <= 0) continue
    addMoney(trade, date, { account: 'customer', who }, { account: 'bank' }, amount, '')
    trade.debts.set(who, owed - amount)
  }
}

/** The stall at the fair is paid for out of the till: the association bears it. */
export function payStall(trade: DemoTrade, date: CivilDate): void {
  const amount = trade.luck.whole(10, 30) * 10_000
  addMoney(trade, date, { account: 'cash' }, { account: 'loss' }, amount, `место: ${FAIR.name.toLowerCase()}`)
  trade.till -= amount
}

function addMoney(
  trade: DemoTrade,
  date: CivilDate,
  from: BookAccount,
  to: BookAccount,
  amount: number,
  note: string,
): void {
  trade.rows.add('money', { date, number: trade.paper('Д'), from, to, amount, note, paperDate: '' })
}
