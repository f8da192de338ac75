/**
 * The work of a consignment association, made up the same way each time: receipts at the beginning of a month, sales
 * through it, returns, transfers, losses, fees and payouts at its end. Equal scale and seed give equal events.
 */

export interface Scale {
  readonly producers: number
  readonly products: number
  readonly locations: number
  readonly months: number
  /** Sale lines a month. */
  readonly lines: number
  /** Lots received a month. */
  readonly receipts: number
}

export const SCALES = {
  W0: { producers: 10, products: 60, locations: 2, months: 3, lines: 300, receipts: 15 },
  W1: { producers: 75, products: 600, locations: 2, months: 12, lines: 5000, receipts: 250 },
  W2: { producers: 75, products: 600, locations: 2, months: 120, lines: 5000, receipts: 250 },
} as const satisfies Record<string, Scale>

/** Every scale ends with this month. */
const LAST = { year: 2025, month: 12 }

export const TYPE = {
  receipt: 1,
  sale: 2,
  return: 3,
  transfer: 4,
  writeoff: 5,
  count: 6,
  deduction: 7,
  payment: 8,
} as const

export interface WorkLine {
  readonly product: number
  readonly producer: number
  /** Lots count from 1 in the order of their receipt lines. */
  readonly batch: number
  /** Whole pieces. */
  readonly qty: number
  readonly price: number
  readonly amount: number
  readonly commission: number
}

export interface WorkEvent {
  readonly id: number
  readonly type: (typeof TYPE)[keyof typeof TYPE]
  /** A number that reads yyyymmdd. */
  readonly date: number
  readonly loc: number
  readonly loc2?: number
  readonly producer: number
  readonly lines: readonly WorkLine[]
  readonly money?: number
}

export interface WorkProduct {
  readonly id: number
  readonly producer: number
  readonly name: string
  readonly price: number
}

export interface Masters {
  readonly producers: readonly { readonly id: number; readonly name: string; readonly bp: number }[]
  readonly products: readonly WorkProduct[]
  readonly locations: readonly { readonly id: number; readonly name: string }[]
}

/** A sale that the ledger still has to find lots for. */
export interface NewSale {
  readonly date: number
  readonly loc: number
  readonly lines: readonly { readonly product: number; readonly qty: number }[]
}

type Random = () => number

/** Mulberry32: small, fast and the same everywhere. */
function random(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const KINDS = ['Домашний', 'Горный', 'Свежий', 'Сушёный', 'Печёный', 'Отборный', 'Сладкий', 'Острый'] as const
const GOODS = [
  'мёд',
  'курут',
  'талкан',
  'сок облепиховый',
  'чай горный',
  'варенье из абрикоса',
  'орех',
] as const
const SIZES = ['250 г', '500 г', '1 кг', '0,7 л', '1 л', '5 шт', 'банка', 'коробка', 'подарок'] as const
const NAMES = ['Айгуль', 'Бакыт', 'Гүлнара', 'Жаныл', 'Кубан', 'Нургуль', 'Темир', 'Чолпон'] as const
const FAMILIES = ['Асанова', 'Токтоев', 'Мамытова', 'Сыдыков', 'Жумабаева', 'Орозов'] as const

export function masters(scale: Scale): Masters {
  const next = random(20_260_101)
  const below = (limit: number): number => Math.floor(next() * limit)
  const of = (list: readonly string[]): string => list[below(list.length)] ?? ''
  const ids = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
  return {
    producers: ids(scale.producers).map((id) => ({
      id,
      name: `${of(NAMES)} ${of(FAMILIES)} ${id}`,
      bp: 1000 + 250 * below(9),
    })),
    products: ids(scale.products).map((id) => ({
      id,
      producer: 1 + ((id - 1) % scale.producers),
      name: `${of(KINDS)} ${of(GOODS)} ${of(SIZES)} №${id}`,
      price: 5000 + 500 * below(120),
    })),
    locations: ids(scale.locations).map((id) => ({ id, name: `Магазин ${id}` })),
  }
}

/** Events in order of their days. */
export function* events(scale: Scale): Generator<WorkEvent> {
  const world = new World(scale)
  for (let month = 0; month < scale.months; month += 1) yield* world.month(month)
}

/** Sales of three lines at the first place on one day, to be posted on top of the events. */
export function newSales(scale: Scale, count: number, seed: number): NewSale[] {
  const next = random(seed)
  return Array.from({ length: count }, () => {
    const lines = new Map<number, number>()
    while (lines.size < 3) {
      const product = 1 + Math.floor(scale.products * next())
      if (!lines.has(product)) lines.set(product, 1 + Math.floor(next() * 3))
    }
    return { date: 20_251_230, loc: 1, lines: [...lines].map(([product, qty]) => ({ product, qty })) }
  })
}

interface Batch {
  readonly id: number
  left: number
}

interface Taken {
  readonly product: WorkProduct
  readonly batch: number
  readonly qty: number
}

class World {
  readonly #scale: Scale
  readonly #masters: Masters
  readonly #next: Random
  /** By place and product: batches, the oldest first. */
  readonly #shelves: Batch[][]
  readonly #owed: number[]
  #sold: { readonly loc: number; readonly line: WorkLine }[] = []
  #batch = 0
  #document = 0

  constructor(scale: Scale) {
    this.#scale = scale
    this.#masters = masters(scale)
    this.#next = random(7)
    this.#shelves = Array.from({ length: scale.locations * scale.products }, () => [])
    this.#owed = Array.from({ length: scale.producers + 1 }, () => 0)
  }

  *month(index: number): Generator<WorkEvent> {
    const at = LAST.year * 12 + LAST.month - this.#scale.months + index
    const [year, month] = [Math.floor(at / 12), (at % 12) + 1]
    const day = (number: number): number => year * 10_000 + month * 100 + number
    const end = day(month === 2 ? 28 : 29)
    yield* this.#receipts(day, index === 0)
    yield* this.#sales(day)
    yield* this.#returns(end)
    yield* this.#transfers(end)
    yield* this.#losses(end)
    yield* this.#money(end)
  }

  /** The shelves that hold least are filled up: one document a place and producer. */
  *#receipts(day: (number: number) => number, first: boolean): Generator<WorkEvent> {
    const groups = new Map<string, { date: number; loc: number; products: WorkProduct[] }>()
    for (const { loc, product } of this.#emptiest()) {
      const key = `${loc}/${product.producer}`
      const group = groups.get(key)
      if (group) group.products.push(product)
      else groups.set(key, { date: day(1 + this.#below(5)), loc, products: [product] })
    }
    for (const { date, loc, products } of [...groups.values()].sort((a, b) => a.date - b.date)) {
      const lines = products.map((product): WorkLine => {
        const qty = (30 + this.#below(25)) * (first ? 2 : 1)
        this.#batch += 1
        this.#shelf(loc, product.id).push({ id: this.#batch, left: qty })
        return { ...this.#line(product, this.#batch, qty), amount: 0, commission: 0 }
      })
      yield this.#event(TYPE.receipt, date, loc, { lines, producer: products[0]?.producer ?? 0 })
    }
  }

  #emptiest(): { loc: number; product: WorkProduct }[] {
    const { products } = this.#masters
    return this.#shelves
      .map((shelf, index) => ({ index, held: shelf.reduce((sum, { left }) => sum + left, 0) + this.#next() }))
      .sort((a, b) => a.held - b.held)
      .slice(0, this.#scale.receipts)
      .flatMap(({ index }) => {
        const product = products[index % products.length]
        return product ? [{ loc: Math.floor(index / products.length) + 1, product, index }] : []
      })
      .sort((a, b) => a.loc - b.loc || a.product.producer - b.product.producer || a.index - b.index)
  }

  /** Three lines a sale on average, spread over the days 6 to 28. */
  *#sales(day: (number: number) => number): Generator<WorkEvent> {
    const { lines: wanted, products } = this.#scale
    for (let done = 0; done < wanted; ) {
      const count = Math.min(wanted - done, 1 + this.#below(5))
      const loc = 1 + this.#below(this.#scale.locations)
      const lines: WorkLine[] = []
      while (lines.length < count) {
        const pieces = 1 + this.#below(3)
        const taken = this.#take(loc, pieces, Math.floor(products * this.#next() * this.#next()))
        if (!taken) break
        lines.push(this.#line(taken.product, taken.batch, taken.qty))
      }
      done += count
      const [line] = lines
      if (!line) continue
      const date = day(6 + Math.min(22, Math.floor((23 * done) / wanted)))
      for (const { producer, amount, commission } of lines) this.#owe(producer, amount - commission)
      yield this.#event(TYPE.sale, date, loc, { lines })
      if (this.#next() < 0.02) this.#sold.push({ loc, line })
    }
  }

  /** One piece of one sale in fifty comes back. */
  *#returns(date: number): Generator<WorkEvent> {
    for (const { loc, line } of this.#sold) {
      const product = this.#masters.products[line.product - 1]
      if (!product) continue
      const back = this.#line(product, line.batch, 1)
      this.#shelf(loc, product.id).unshift({ id: line.batch, left: 1 })
      this.#owe(product.producer, back.commission - back.amount)
      yield this.#event(TYPE.return, date, loc, { lines: [back] })
    }
    this.#sold = []
  }

  *#transfers(date: number): Generator<WorkEvent> {
    for (let index = 0; index < this.#scale.receipts / 10; index += 1) {
      const loc = 1 + this.#below(this.#scale.locations)
      const loc2 = (loc % this.#scale.locations) + 1
      const taken = this.#take(loc, 5, this.#below(this.#scale.products))
      if (!taken) continue
      this.#shelf(loc2, taken.product.id).push({ id: taken.batch, left: taken.qty })
      yield this.#event(TYPE.transfer, date, loc, {
        loc2,
        lines: [this.#line(taken.product, taken.batch, taken.qty)],
      })
    }
  }

  *#losses(date: number): Generator<WorkEvent> {
    for (let index = 0; index < this.#scale.receipts / 25; index += 1) {
      const loc = 1 + this.#below(this.#scale.locations)
      const taken = this.#take(loc, 2, this.#below(this.#scale.products))
      if (!taken) continue
      const type = index % 2 === 1 ? TYPE.count : TYPE.writeoff
      yield this.#event(type, date, loc, { lines: [this.#line(taken.product, taken.batch, taken.qty)] })
    }
  }

  /** A fee, and a payout in whole hundreds, so that something is carried over. */
  *#money(date: number): Generator<WorkEvent> {
    for (const { id } of this.#masters.producers) {
      const fee = 20_000 + 100 * (id % 50)
      this.#owe(id, -fee)
      yield this.#event(TYPE.deduction, date, 1, { producer: id, money: -fee })
      const pay = Math.floor(Math.max(0, this.#owed[id] ?? 0) / 10_000) * 10_000
      if (pay === 0) continue
      this.#owe(id, -pay)
      yield this.#event(TYPE.payment, date, 1, { producer: id, money: -pay })
    }
  }

  /** From the oldest batch of the first product with any, from `start` on. */
  #take(loc: number, wanted: number, start: number): Taken | null {
    const { products } = this.#masters
    for (let step = 0; step < products.length; step += 1) {
      const product = products[(start + step) % products.length]
      const shelf = product ? this.#shelf(loc, product.id) : []
      const [oldest] = shelf
      if (!product || !oldest) continue
      const qty = Math.min(wanted, oldest.left)
      oldest.left -= qty
      if (oldest.left === 0) shelf.shift()
      return { product, batch: oldest.id, qty }
    }
    return null
  }

  #line(product: WorkProduct, batch: number, qty: number): WorkLine {
    const amount = qty * product.price
    const bp = this.#masters.producers[product.producer - 1]?.bp ?? 0
    const commission = Math.round((amount * bp) / 10_000)
    return {
      product: product.id,
      producer: product.producer,
      batch,
      qty,
      price: product.price,
      amount,
      commission,
    }
  }

  #event(
    type: WorkEvent['type'],
    date: number,
    loc: number,
    rest: Partial<Pick<WorkEvent, 'loc2' | 'producer' | 'lines' | 'money'>>,
  ): WorkEvent {
    this.#document += 1
    return { id: this.#document, type, date, loc, producer: 0, lines: [], ...rest }
  }

  #owe(producer: number, amount: number): void {
    this.#owed[producer] = (this.#owed[producer] ?? 0) + amount
  }

  #shelf(loc: number, product: number): Batch[] {
    return this.#shelves[(loc - 1) * this.#scale.products + product - 1] ?? []
  }

  #below(limit: number): number {
    return Math.floor(this.#next() * limit)
  }
}
