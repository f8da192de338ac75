/** Sales of the demo association, at every place in its way, and what customers bring back. */
import { addDays, type CivilDate } from '../../domain/dates.ts'
import { percentOf, priceTimes } from '../../domain/money.ts'
import { CUSTOMERS, HOTEL, type Place, SHOP, STORE } from './land.ts'
import type { DemoProduct } from './members.ts'
import { type DemoTrade, isWhole, type Sold } from './trade.ts'

interface Ticket {
  readonly date: CivilDate
  readonly number: string
  readonly place: Place
  readonly payment: Sold['payment']
  readonly customer: string
  /** Basis points off every line. */
  readonly discount: number
  /** A late paper's own date. */
  readonly paperDate: CivilDate | ''
}

/** One customer at a counter. */
export function sellAt(trade: DemoTrade, date: CivilDate, place: Place): void {
  const { luck } = trade
  const payment = place === HOTEL ? 'bank' : luck.weighed(WAYS, ([, weight]) => weight)[0]
  const ticket = { date, number: trade.paper('Ч'), place, payment, customer: '', paperDate: '' } as const
  if (place === SHOP && luck.chance(4) && sellSet(trade, { ...ticket, discount: 0 })) return
  const discount = luck.chance(5) ? luck.pick([500, 1000]) : 0
  sellSome(trade, { ...ticket, discount }, luck.pick([1, 1, 1, 2, 2, 3]), 2)
}

const WAYS: readonly (readonly [Sold['payment'], number])[] = [
  ['cash', 45],
  ['qr', 35],
  ['card', 20],
]

/** A café or a shop takes many things on credit, at a discount. */
export function sellWholesale(trade: DemoTrade, date: CivilDate): void {
  const { luck } = trade
  const customer = luck.pick(CUSTOMERS)
  const ticket = {
    date,
    number: trade.paper('О'),
    place: STORE,
    payment: 'credit',
    customer,
    discount: 1000,
  } as const
  sellSome(trade, { ...ticket, paperDate: '' }, luck.whole(4, 8), 5)
}

/** The hotel's list of a month that is settled by now comes in the next one. */
export function sellLate(trade: DemoTrade, date: CivilDate): void {
  const paperDate = addDays(date, -trade.luck.whole(4, 8))
  const ticket = {
    date,
    number: trade.paper('О'),
    place: HOTEL,
    payment: 'bank',
    customer: '',
    discount: 0,
  } as const
  sellSome(trade, { ...ticket, paperDate }, 3, 2)
}

function sellSome(trade: DemoTrade, ticket: Ticket, lines: number, most: number): void {
  const { luck, shelves } = trade
  const picked = new Set<DemoProduct>()
  for (let line = 0; line < lines; line += 1) {
    const there = trade.products.filter(
      (product) =>
        !picked.has(product) && shelves.sellable(ticket.place.code, product.article, ticket.date) > 0,
    )
    if (there.length === 0) return
    const product = luck.weighed(there, ({ appeal }) => appeal)
    picked.add(product)
    const wanted = isWhole(product)
      ? 1000 * luck.whole(1, product.price > 60_000 ? 1 : most)
      : luck.whole(20, 95) * 10
    sellLine(trade, ticket, product, Math.min(wanted, shelves.stock(ticket.place.code, product.article)))
  }
}

function sellLine(
  trade: DemoTrade,
  ticket: Ticket,
  { article, producer }: DemoProduct,
  quantity: number,
): void {
  const gross = priceTimes(trade.price(article), quantity)
  const amount = gross - percentOf(gross, ticket.discount)
  // Some papers name the price and the sum, most leave both to the ledger.
  const named = ticket.paperDate === '' && trade.luck.chance(12)
  addSale(trade, ticket, article, quantity, named ? { price: trade.price(article), amount } : {})
  const parts = trade.shelves.take(ticket.place.code, article, quantity)
  takeMoney(trade, ticket, amount)
  trade.earned.set(producer, (trade.earned.get(producer) ?? 0) + amount)
  const { number, date, payment, customer } = ticket
  trade.sold.push({
    number,
    date,
    place: ticket.place.code,
    article,
    quantity,
    amount,
    payment,
    customer,
    parts,
  })
}

function addSale(
  trade: DemoTrade,
  { date, number, place, payment, customer, discount, paperDate }: Ticket,
  article: string,
  quantity: number,
  { price = null, amount = null }: { price?: number | null; amount?: number | null },
): void {
  trade.rows.add('sales', {
    date,
    number,
    location: place.code,
    article,
    quantity,
    price,
    discount: discount === 0 ? null : { rate: discount },
    amount,
    payment,
    customer,
    paperDate,
  })
}

function takeMoney(
  trade: DemoTrade,
  { payment, customer }: Pick<Sold, 'payment' | 'customer'>,
  amount: number,
): void {
  if (payment === 'cash') trade.till += amount
  if (payment === 'credit') trade.debts.set(customer, (trade.debts.get(customer) ?? 0) + amount)
}

/** A gift set leaves the shelf as its components. */
function sellSet(trade: DemoTrade, ticket: Ticket): boolean {
  const { luck, shelves } = trade
  const whole = trade.sets.filter(({ components }) =>
    components.every(({ article }) => shelves.sellable(ticket.place.code, article, ticket.date) >= 1000),
  )
  if (whole.length === 0) return false
  const set = luck.pick(whole)
  addSale(trade, ticket, set.article, 1000, {})
  for (const { article } of set.components) shelves.take(ticket.place.code, article, 1000)
  takeMoney(trade, ticket, set.price)
  return true
}

/** A customer brings back what was sold within the last weeks. */
export function bringBack(trade: DemoTrade, day: CivilDate): void {
  trade.sold = trade.sold.filter(({ date }) => date >= addDays(day, -20))
  const able = trade.sold.filter(({ payment, date }) => payment !== 'bank' && date < day)
  if (able.length === 0) return
  const back = trade.luck.pick(able)
  trade.sold = trade.sold.filter((each) => each !== back)
  const { number: sale, date: saleDate, article, quantity, place } = back
  const number = trade.paper('ВП')
  trade.rows.add('customerReturns', {
    date: day,
    number,
    sale,
    saleDate,
    article,
    quantity,
    location: '',
    payment: null,
    paperDate: '',
  })
  trade.shelves.put(place, article, back.parts)
  takeMoney(trade, back, -back.amount)
}
