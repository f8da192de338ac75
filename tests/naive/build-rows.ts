import type { BookAccount, RowValues } from '../../domain/book/sheets.ts'
import type { Draft } from './build-catalogue.ts'
import { filled, priceFrom } from './build-catalogue.ts'
import type { DocumentSheet } from './documents.ts'
import { halfUp, plusDays } from './numbers.ts'
import type { Picks, StepKind } from './recipe.ts'

export type Sheets = { [K in DocumentSheet]: RowValues<K>[] }

/** What the builder knows while it walks forward: goods at hand, and what was sold. */
export interface Walk {
  readonly sheets: Sheets
  readonly products: readonly RowValues<'products'>[]
  readonly sets: readonly RowValues<'sets'>[]
  readonly producers: readonly string[]
  readonly places: readonly string[]
  readonly stock: Map<string, number>
  /** Counts up, so that papers have numbers of their own. */
  paper: number
}

interface Paper {
  readonly date: string
  readonly number: string | undefined
  readonly paperDate: string | undefined
}

const CUSTOMERS = ['Отель «Ак-Кеме»', 'Кафе'] as const

function paperOf(walk: Walk, picks: Picks, date: string): Paper {
  walk.paper += 1
  const late = picks.chance(12) ? plusDays(date, -picks.below(45)) : undefined
  return { date, number: picks.chance(25) ? undefined : `Б-${walk.paper}`, paperDate: late }
}

function push<K extends DocumentSheet>(walk: Walk, sheet: K, draft: Draft<RowValues<K>>): void {
  const rows: RowValues<K>[] = walk.sheets[sheet]
  rows.push(filled<RowValues<K>>(draft))
}

const isWhole = (unit: string): boolean => unit === 'шт' || unit === 'банка'

function quantityOf(picks: Picks, unit: string, most: number): number {
  return isWhole(unit) ? 1000 * (1 + picks.below(most)) : 1 + picks.below(most * 1000)
}

const keyOf = (place: string, article: string): string => `${place}|${article}`

function move(walk: Walk, place: string, article: string, change: number): void {
  const key = keyOf(place, article)
  walk.stock.set(key, (walk.stock.get(key) ?? 0) + change)
}

/** Goods that stand somewhere, with a quantity that can be taken. */
function takeable(walk: Walk, picks: Picks) {
  const heaps = [...walk.stock].filter(([, quantity]) => quantity > 0)
  const heap = picks.from(heaps)
  if (!heap) return undefined
  const [place = '', article = ''] = heap[0].split('|')
  const product = walk.products.find((candidate) => candidate.article === article)
  if (!product) return undefined
  const whole = isWhole(product.unit)
  const units = whole ? Math.floor(heap[1] / 1000) : heap[1]
  if (units === 0) return undefined
  const all = picks.chance(10)
  const taken = all ? units : 1 + picks.below(Math.max(1, Math.ceil(units / 2)))
  return { place, article, product, quantity: whole ? taken * 1000 : taken, held: heap[1] }
}

const linesOf = (picks: Picks): number => 1 + (picks.chance(40) ? 1 + picks.below(2) : 0)

function openBalance(walk: Walk, picks: Picks, date: string): void {
  const account = picks.of([undefined, 'producer', 'partner', 'customer', 'cash', 'bank'] as const)
  const whole = 50 * (1 + picks.below(9999))
  const amount = picks.chance(25) ? -whole : whole + (account === 'cash' ? 0 : picks.below(50))
  const isProducer = account === undefined || account === 'producer'
  const who = account === 'partner' ? 'КМЦ' : account === 'customer' ? picks.of(CUSTOMERS) : undefined
  const producer = isProducer ? picks.from(walk.producers) : undefined
  push(walk, 'openingBalances', { date, producer, account, who, amount, paperDate: undefined })
}

function openStock(walk: Walk, picks: Picks, date: string): void {
  const product = picks.from(walk.products)
  const location = picks.from(walk.places)
  if (!product || !location) return
  const quantity = quantityOf(picks, product.unit, 20)
  const received = picks.chance(60) ? plusDays(date, -picks.below(200)) : undefined
  const made = picks.chance(30) ? plusDays(date, -picks.below(60)) : undefined
  const expires = picks.chance(40) ? plusDays(date, picks.below(120)) : undefined
  const net = picks.chance(50) ? priceFrom(picks) : undefined
  const { article } = product
  push(walk, 'openingStock', {
    date,
    location,
    article,
    quantity,
    received,
    net,
    made,
    expires,
    paperDate: undefined,
  })
  move(walk, location, article, quantity)
}

function receive(walk: Walk, picks: Picks, date: string): void {
  const paper = paperOf(walk, picks, date)
  const location = picks.from(walk.places)
  for (let line = linesOf(picks); line > 0; line -= 1) {
    const product = picks.from(walk.products)
    if (!product || !location) return
    const { article } = product
    const quantity = quantityOf(picks, product.unit, 30)
    const priced = product.price === undefined || picks.chance(10)
    push(walk, 'receipts', {
      ...paper,
      location,
      article,
      quantity,
      price: priced ? priceFrom(picks) : undefined,
      net: product.net === undefined || picks.chance(30) ? priceFrom(picks) : undefined,
      made: picks.chance(40) ? plusDays(date, -picks.below(20)) : undefined,
      expires: picks.chance(40) ? plusDays(date, picks.below(120)) : undefined,
      note: undefined,
    })
    move(walk, location, article, quantity)
  }
}

function transfer(walk: Walk, picks: Picks, date: string): void {
  const goods = takeable(walk, picks)
  const to = picks.from(walk.places.filter((place) => place !== goods?.place))
  if (!goods || to === undefined) return
  const { place: from, article, quantity } = goods
  push(walk, 'transfers', { ...paperOf(walk, picks, date), from, to, article, quantity })
  move(walk, from, article, -quantity)
  move(walk, to, article, quantity)
}

function reprice(walk: Walk, picks: Picks, date: string): void {
  const articles = [
    ...walk.products.map((product) => product.article),
    ...walk.sets.map((set) => set.setArticle),
  ]
  const article = picks.from(articles)
  if (article === undefined) return
  const price = priceFrom(picks)
  push(walk, 'repricings', { date, article, price, paperDate: paperOf(walk, picks, date).paperDate })
}

/** Price, discount and sum of a sale's line; the sum only where the price stands in the row. */
function pricing(
  picks: Picks,
  quantity: number,
): Pick<Draft<RowValues<'sales'>>, 'price' | 'discount' | 'amount'> {
  const price = picks.chance(35) ? priceFrom(picks) : undefined
  const percent = picks.chance(25) ? { rate: picks.below(10_001) } : undefined
  if (price === undefined) return { price, discount: percent, amount: undefined }
  const gross = Number(halfUp(BigInt(price), BigInt(quantity), 1000n))
  const off = percent === undefined && picks.chance(25) ? { amount: picks.below(gross + 1) } : undefined
  const discount = percent ?? off
  const less =
    off?.amount ?? (percent === undefined ? 0 : Number(halfUp(BigInt(gross), BigInt(percent.rate), 10_000n)))
  return { price, discount, amount: picks.chance(40) ? gross - less : undefined }
}

/** What rows of one document have in common: one of them says it, the others leave it empty or say the same. */
function sharedOfSale<F extends 'paperDate' | 'customer'>(
  walk: Walk,
  paper: Paper,
  place: string,
  field: F,
  own: string | undefined,
): string | undefined {
  const rows = walk.sheets.sales.filter(
    (row) =>
      paper.number !== undefined &&
      row.number === paper.number &&
      row.date === paper.date &&
      row.location === place,
  )
  if (rows.length === 0) return own
  const said = rows.find((row) => row[field] !== undefined)?.[field]
  return own === undefined ? undefined : (said ?? own)
}

function sell(walk: Walk, picks: Picks, date: string): void {
  const paper = paperOf(walk, picks, date)
  // Few numbers, so that some sales share one and a return that names it has to choose.
  const number = paper.number === undefined ? undefined : String(1 + picks.below(12))
  for (let line = linesOf(picks); line > 0; line -= 1) {
    const set = picks.chance(15) ? picks.from(walk.sets) : undefined
    const goods = takeable(walk, picks)
    if (!goods) return
    const article = set?.setArticle ?? goods.article
    const quantity = set ? 1000 * (1 + picks.below(2)) : goods.quantity
    const payment = picks.of([undefined, 'cash', 'card', 'qr', 'bank', 'credit'] as const)
    const named = payment === 'credit' || picks.chance(15) ? picks.of(CUSTOMERS) : undefined
    const customer = sharedOfSale(walk, { ...paper, number }, goods.place, 'customer', named)
    push(walk, 'sales', {
      date,
      number,
      paperDate: sharedOfSale(walk, { ...paper, number }, goods.place, 'paperDate', paper.paperDate),
      location: goods.place,
      article,
      quantity,
      ...pricing(picks, quantity),
      payment,
      customer,
    })
    const taken = set
      ? walk.sets
          .filter((row) => row.setArticle === article)
          .map((row) => ({ ...row, quantity: (row.quantity * quantity) / 1000 }))
      : [{ article, quantity }]
    for (const part of taken) move(walk, goods.place, part.article, -part.quantity)
  }
}

function bringBack(walk: Walk, picks: Picks, date: string, sameDay: boolean): void {
  const named = walk.sheets.sales.filter((row) => row.number !== undefined && (row.date === date) === sameDay)
  const sale = picks.from(named)
  if (sale?.number === undefined) return
  const components = walk.sets.filter((set) => set.setArticle === sale.article)
  const component = picks.chance(50) ? picks.from(components) : undefined
  const article = component?.article ?? sale.article
  const unit = walk.products.find((product) => product.article === article)?.unit ?? 'набор'
  const most = component ? (component.quantity * sale.quantity) / 1000 : sale.quantity
  const whole = isWhole(unit) || unit === 'набор'
  const units = Math.max(1, whole ? Math.floor(most / 1000) : most)
  const some = picks.chance(40) ? units : 1 + picks.below(units)
  const quantity = whole ? some * 1000 : some
  push(walk, 'customerReturns', {
    ...paperOf(walk, picks, date),
    sale: sale.number,
    saleDate: picks.chance(40) ? sale.date : undefined,
    article,
    quantity,
    location: picks.chance(20) ? picks.from(walk.places) : undefined,
    payment: picks.chance(20) ? picks.of(['cash', 'bank'] as const) : undefined,
  })
  if (components.length === 0 || component) move(walk, sale.location, article, quantity)
}

function leave(walk: Walk, picks: Picks, date: string, sheet: 'producerReturns' | 'writeOffs'): void {
  const paper = paperOf(walk, picks, date)
  const goods = takeable(walk, picks)
  if (!goods) return
  const { place: location, article, quantity } = goods
  const row = { ...paper, location, article, quantity, reason: undefined }
  if (sheet === 'producerReturns') push(walk, sheet, row)
  else push(walk, sheet, { ...row, bearer: picks.of(['association', 'producer'] as const) })
  move(walk, location, article, -quantity)
}

function count(walk: Walk, picks: Picks, date: string): void {
  const paper = paperOf(walk, picks, date)
  const location = picks.from(walk.places)
  const first = picks.below(walk.products.length)
  if (location === undefined) return
  for (let line = linesOf(picks); line > 0; line -= 1) {
    const product = walk.products[(first + line) % walk.products.length]
    if (!product) return
    const book = walk.stock.get(keyOf(location, product.article)) ?? 0
    const unit = isWhole(product.unit) ? 1000 : 1
    const counted = Math.max(0, Math.floor(book / unit) + picks.of([0, -1, 1, -2, 3, -50])) * unit
    const bearer = picks.of(['association', 'producer'] as const)
    push(walk, 'stockCounts', { ...paper, location, article: product.article, counted, bearer })
    walk.stock.set(keyOf(location, product.article), counted)
  }
}

function charge(walk: Walk, picks: Picks, date: string): void {
  const producer = picks.from(walk.producers) ?? ''
  const { paperDate } = paperOf(walk, picks, date)
  const kind = picks.of(['упаковка', 'транспорт', 'Правило 1'])
  const amount = (1 + picks.below(9999)) * (picks.chance(25) ? -1 : 1)
  push(walk, 'charges', { date, producer, kind, amount, note: undefined, paperDate })
}

function payOut(walk: Walk, picks: Picks, date: string): void {
  const paper = paperOf(walk, picks, date)
  for (let line = linesOf(picks); line > 0; line -= 1) {
    const producer = picks.from(walk.producers) ?? ''
    const amount = (1 + picks.below(99_999)) * (picks.chance(20) ? -1 : 1)
    const method = picks.of([undefined, 'cash', 'bank', 'wallet'] as const)
    push(walk, 'payouts', { ...paper, producer, amount, method, note: undefined })
  }
}

function moveMoney(walk: Walk, picks: Picks, date: string): void {
  const accounts: readonly [BookAccount, ...BookAccount[]] = [
    { account: 'cash' },
    { account: 'bank' },
    { account: 'customer', who: CUSTOMERS[0] },
    { account: 'partner', who: 'КМЦ' },
    { account: 'charges', who: 'упаковка' },
    { account: 'loss' },
  ]
  const paper = paperOf(walk, picks, date)
  const start = picks.below(accounts.length)
  const from = accounts[start] ?? accounts[0]
  const to = accounts[(start + 1 + picks.below(accounts.length - 1)) % accounts.length] ?? accounts[1]
  const amount = 1 + picks.below(99_999)
  if (from !== to && to) push(walk, 'money', { ...paper, from, to, amount, note: undefined })
}

/** How each kind of step becomes rows; a step that cannot be done leaves none. */
export const STEPS: Readonly<Record<StepKind, (walk: Walk, picks: Picks, date: string) => void>> = {
  openingBalance: openBalance,
  openingStock: openStock,
  receipt: receive,
  customerReturn: (walk, picks, date) => bringBack(walk, picks, date, false),
  transfer,
  repricing: reprice,
  sale: sell,
  sameDayReturn: (walk, picks, date) => bringBack(walk, picks, date, true),
  producerReturn: (walk, picks, date) => leave(walk, picks, date, 'producerReturns'),
  writeOff: (walk, picks, date) => leave(walk, picks, date, 'writeOffs'),
  stockCount: count,
  charge,
  payout: payOut,
  money: moveMoney,
}
