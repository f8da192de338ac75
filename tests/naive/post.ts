import type { BookAccount } from '../../domain/book/sheets.ts'
import type { NaiveDocument } from './documents.ts'
import { halfUp } from './numbers.ts'
import { worthOf } from './sell.ts'
import type { Taken, World } from './world.ts'
import { balanceOf, compareLots, openLot, pay, priceOn, refuse, takeOut } from './world.ts'

export function postOpeningBalance(world: World, document: NaiveDocument<'openingBalances'>): void {
  for (const { values } of document.rows) {
    const account = values.account ?? 'producer'
    const amount = BigInt(values.amount)
    if (account === 'producer') {
      pay(
        world,
        document.date,
        'opening',
        `producer:${values.producer ?? values.who ?? ''}`,
        amount,
        'opening',
      )
    } else if (account === 'partner') {
      pay(world, document.date, 'opening', `partner:${values.who ?? ''}`, amount, 'opening')
    } else {
      const named = account === 'customer' ? `customer:${values.who ?? ''}` : account
      pay(world, document.date, named, 'opening', amount, 'opening')
    }
  }
}

export function postOpeningStock(world: World, document: NaiveDocument<'openingStock'>): void {
  for (const { row, values } of document.rows) {
    openLot(world, {
      sheet: 'openingStock',
      row,
      date: document.date,
      place: values.location,
      article: values.article,
      quantity: BigInt(values.quantity),
      net: values.net,
      received: values.received ?? document.date,
      made: values.made,
      expires: values.expires,
    })
  }
}

/** A receipt's price becomes the product's from that day only if the product has none. */
export function postReceipt(world: World, document: NaiveDocument<'receipts'>): void {
  for (const { row, values } of document.rows) {
    openLot(world, {
      sheet: 'receipts',
      row,
      date: document.date,
      place: values.location,
      article: values.article,
      quantity: BigInt(values.quantity),
      net: values.net,
      received: document.date,
      made: values.made,
      expires: values.expires,
    })
    if (values.price !== undefined && priceOn(world, values.article, document.paperDate) === undefined) {
      world.prices.push({ article: values.article, from: document.paperDate, price: BigInt(values.price) })
    }
  }
}

export function postTransfer(world: World, document: NaiveDocument<'transfers'>): void {
  for (const { row, values } of document.rows) {
    const taken = takeOut(world, values.article, values.from, document.date, BigInt(values.quantity))
    if (!taken) refuse('transfers', row, 'not_enough_stock')
    for (const { lot, quantity } of taken) {
      lot.moves.push({ date: document.date, place: values.to, change: quantity })
    }
  }
}

export function postRepricing(world: World, document: NaiveDocument<'repricings'>): void {
  for (const { values } of document.rows) {
    world.prices.push({ article: values.article, from: document.paperDate, price: BigInt(values.price) })
  }
}

export function postProducerReturn(world: World, document: NaiveDocument<'producerReturns'>): void {
  for (const { row, values } of document.rows) {
    const { article, location, quantity } = values
    if (!takeOut(world, article, location, document.date, BigInt(quantity))) {
      refuse('producerReturns', row, 'not_enough_stock')
    }
  }
}

interface Loss {
  readonly sheet: 'writeOffs' | 'stockCounts'
  readonly row: number
  readonly location: string
  readonly date: string
  readonly paperDate: string
}

/** The association owes the producer's share, as if the goods were sold there that day; the partner gets nothing. */
function compensate(world: World, loss: Loss, article: string, taken: readonly Taken[]): void {
  const price = priceOn(world, article, loss.paperDate)
  if (price === undefined) refuse(loss.sheet, loss.row, 'no_price')
  const quantity = taken.reduce((sum, part) => sum + part.quantity, 0n)
  for (const worth of worthOf(world, loss, article, taken, halfUp(price, quantity, 1000n))) {
    const producer = `producer:${worth.taken.lot.producer}`
    pay(world, loss.date, 'loss', producer, worth.amount - worth.commission, 'compensation')
  }
}

export function postWriteOff(world: World, document: NaiveDocument<'writeOffs'>): void {
  const { date, paperDate } = document
  for (const { row, values } of document.rows) {
    const { article, location } = values
    const taken = takeOut(world, article, location, date, BigInt(values.quantity))
    if (!taken) refuse('writeOffs', row, 'not_enough_stock')
    if (values.bearer === 'association') {
      compensate(world, { sheet: 'writeOffs', row, location, date, paperDate }, article, taken)
    }
  }
}

function addSurplus(world: World, loss: Loss, article: string, quantity: bigint): void {
  const stood = world.lots.filter(
    (lot) =>
      lot.article === article &&
      lot.moves.some((move) => move.place === loss.location && move.date <= loss.date),
  )
  const last = stood.sort(compareLots).at(-1)
  if (last) {
    last.moves.push({ date: loss.date, place: loss.location, change: quantity })
    return
  }
  const { sheet, row, date, location: place } = loss
  openLot(world, { sheet, row, date, place, article, quantity, received: date })
}

export function postStockCount(world: World, document: NaiveDocument<'stockCounts'>): void {
  const { date, paperDate } = document
  for (const { row, values } of document.rows) {
    const { article, location } = values
    const book = world.lots
      .filter((lot) => lot.article === article)
      .reduce((sum, lot) => sum + balanceOf(lot, location, date), 0n)
    const loss: Loss = { sheet: 'stockCounts', row, location, date, paperDate }
    const difference = BigInt(values.counted) - book
    if (difference > 0n) addSurplus(world, loss, article, difference)
    if (difference >= 0n) continue
    const taken = takeOut(world, article, location, date, -difference)
    if (!taken) refuse('stockCounts', row, 'not_enough_stock')
    if (values.bearer === 'association') compensate(world, loss, article, taken)
  }
}

export function postCharge(world: World, document: NaiveDocument<'charges'>): void {
  for (const { values } of document.rows) {
    const producer = `producer:${values.producer}`
    pay(world, document.date, producer, `charges:${values.kind}`, BigInt(values.amount), 'charges')
  }
}

/** Whether the payout is made in cash: its own way, else the producer's, else cash. */
function isPaidInCash(world: World, values: NaiveDocument<'payouts'>['rows'][number]['values']): boolean {
  const own = world.book.producers.find((row) => row.values.code === values.producer)?.values.payoutMethod
  return (values.method ?? own ?? 'cash') === 'cash'
}

export function postPayout(world: World, document: NaiveDocument<'payouts'>): void {
  for (const { values } of document.rows) {
    const means = isPaidInCash(world, values) ? 'cash' : 'bank'
    pay(world, document.date, `producer:${values.producer}`, means, BigInt(values.amount), 'payouts')
  }
}

function accountName(account: BookAccount): string {
  return 'who' in account ? `${account.account}:${account.who}` : account.account
}

export function postMoney(world: World, document: NaiveDocument<'money'>): void {
  for (const { values } of document.rows) {
    pay(world, document.date, accountName(values.to), accountName(values.from), BigInt(values.amount), '')
  }
}
