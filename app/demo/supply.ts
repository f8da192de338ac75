/** Goods on their way: from producers, between places, and back to producers. */
import { addDays, type CivilDate } from '../../domain/dates.ts'
import { HOTEL, type Place, SHOP, STORE } from './land.ts'
import type { DemoProduct } from './members.ts'
import type { DemoTrade } from './trade.ts'

/** A producer brings some of its goods, mostly to the store of the district. */
export function receive(trade: DemoTrade, day: CivilDate, producer: string): void {
  const { luck, rows, shelves } = trade
  const place = luck.chance(75) ? STORE : SHOP
  const number = trade.paper('П')
  const own = trade.products.filter((product) => product.producer === producer)
  for (const product of luck.some(own, luck.whole(1, own.length))) {
    const { article } = product
    const quantity = trade.amountOf(product, 15)
    const made = product.good.keeps === undefined ? '' : addDays(day, -luck.whole(1, 12))
    rows.add('receipts', {
      date: day,
      number,
      location: place.code,
      article,
      quantity,
      price: null,
      net: null,
      made,
      expires: '',
      note: '',
      paperDate: '',
    })
    shelves.receive(
      place.code,
      article,
      quantity,
      day,
      made === '' ? null : trade.expiresAfter(product, made),
    )
  }
}

/** Fills a place up from another: what stands there in plenty goes where there is little of it. */
export function restock(trade: DemoTrade, day: CivilDate, from: Place, to: Place, most: number): void {
  const { luck, shelves } = trade
  const lacking = trade.products.filter(
    ({ article }) => shelves.sellable(from.code, article, day) > 0 && shelves.stock(to.code, article) < 3000,
  )
  move(trade, day, from, to, luck.some(lacking, most), (product) =>
    Math.min(shelves.stock(from.code, product.article), trade.amountOf(product, 8)),
  )
}

/** Everything goes back: the fair is over. */
export function clear(trade: DemoTrade, day: CivilDate, from: Place, to: Place): void {
  const left = trade.products.filter(({ article }) => trade.shelves.stock(from.code, article) > 0)
  move(trade, day, from, to, left, ({ article }) => trade.shelves.stock(from.code, article))
}

function move(
  trade: DemoTrade,
  day: CivilDate,
  from: Place,
  to: Place,
  products: readonly DemoProduct[],
  quantityOf: (product: DemoProduct) => number,
): void {
  if (products.length === 0) return
  const number = trade.paper('ПМ')
  for (const product of products) {
    const { article } = product
    const quantity = quantityOf(product)
    trade.rows.add('transfers', {
      date: day,
      number,
      from: from.code,
      to: to.code,
      article,
      quantity,
      paperDate: '',
    })
    trade.shelves.put(to.code, article, trade.shelves.take(from.code, article, quantity))
  }
}

/** What will soon be past its day goes back to who made it. */
export function returnOld(trade: DemoTrade, day: CivilDate): void {
  for (const place of [SHOP, HOTEL]) {
    for (const { article } of trade.products) {
      const quantity = trade.shelves.expiring(place.code, article, addDays(day, 21))
      if (quantity === 0 || trade.shelves.sellable(place.code, article, day) === 0) continue
      const reason = 'скоро истекает срок годности'
      const number = trade.paper('ВК')
      trade.rows.add('producerReturns', {
        date: day,
        number,
        location: place.code,
        article,
        quantity,
        reason,
        paperDate: '',
      })
      trade.shelves.take(place.code, article, quantity)
    }
  }
}
