/**
 * Ways to spoil a good book, each with the code it has to be refused with. Every one leaves exactly one thing wrong,
 * though later rows may fall with it.
 */
import fc from 'fast-check'
import type { Book, BookRow, RowValues, SheetKey } from '../../domain/book/sheets.ts'
import type { NoticeCode } from '../../domain/error.ts'
import type { GeneratedBook } from './books.ts'
import { bookArbitrary } from './books.ts'
import { plusDays } from './numbers.ts'
import type { Sizes } from './recipe.ts'

interface SpoiltBook {
  readonly book: Book
  readonly today: string
  readonly what: string
  readonly sheet: SheetKey
  /** The row that is wrong, where one row is. */
  readonly row: number | undefined
  readonly code: NoticeCode
}

interface Spoiler {
  readonly what: string
  readonly code: NoticeCode
  readonly sheet: SheetKey
  /** The spoilt book, or undefined where there is nothing to spoil. */
  readonly spoil: (good: GeneratedBook, pick: number) => { book: Book; row?: number } | undefined
}

/** Values to lay over a row; undefined takes the cell out. */
type Change<K extends SheetKey> = { readonly [F in keyof RowValues<K>]?: RowValues<K>[F] | undefined }

function changed<K extends SheetKey>(row: BookRow<K>, change: Change<K>): BookRow<K> {
  const all = Object.entries({ ...row.values, ...change }).filter(([, value]) => value !== undefined)
  return { row: row.row, values: Object.fromEntries(all) as RowValues<K> }
}

/** Spoils one row of a sheet, one of those that can be spoilt so. */
function inRow<K extends SheetKey>(
  sheet: K,
  what: string,
  code: NoticeCode,
  change: (values: RowValues<K>, good: GeneratedBook) => Change<K> | undefined,
): Spoiler {
  const spoil: Spoiler['spoil'] = (good, pick) => {
    const rows: readonly BookRow<K>[] = good.book[sheet]
    const able = rows.filter((row) => change(row.values, good) !== undefined)
    const chosen = able[pick % Math.max(able.length, 1)]
    const laid = chosen && change(chosen.values, good)
    if (!chosen || !laid) return undefined
    const spoilt = rows.map((row) => (row === chosen ? changed(row, laid) : row))
    return { book: { ...good.book, [sheet]: spoilt }, row: chosen.row }
  }
  return { what, code, sheet, spoil }
}

/** Adds a row that may not stand. */
function byRow<K extends SheetKey>(
  sheet: K,
  what: string,
  code: NoticeCode,
  make: (good: GeneratedBook, pick: number) => RowValues<K> | undefined,
): Spoiler {
  const spoil: Spoiler['spoil'] = (good, pick) => {
    const values = make(good, pick)
    if (!values) return undefined
    const row = 2 + Math.max(1, ...good.book[sheet].map((other) => other.row))
    return { book: { ...good.book, [sheet]: [...good.book[sheet], { row, values }] }, row }
  }
  return { what, code, sheet, spoil }
}

const HUGE = 5_000_000_000

const isPieces = (good: GeneratedBook, article: string): boolean => {
  const unit = good.book.products.find((row) => row.values.article === article)?.values.unit
  return unit === undefined || unit === 'шт' || unit === 'банка'
}

const plain = { price: undefined, discount: undefined, amount: undefined } as const

const STOCK: readonly Spoiler[] = [
  inRow('sales', 'sells more than there is', 'not_enough_stock', () => ({
    ...plain,
    price: 100,
    quantity: HUGE,
  })),
  inRow('transfers', 'moves more than there is', 'not_enough_stock', () => ({ quantity: HUGE })),
  inRow('producerReturns', 'returns more than there is', 'not_enough_stock', () => ({ quantity: HUGE })),
  inRow('writeOffs', 'writes off more than there is', 'not_enough_stock', () => ({ quantity: HUGE })),
  inRow('customerReturns', 'brings back more than was sold', 'return_exceeds_sale', () => ({
    quantity: HUGE,
  })),
  inRow('customerReturns', 'brings back an unknown sale', 'unknown_sale', () => ({ sale: 'нет такой' })),
]

const UNKNOWN: readonly Spoiler[] = [
  inRow('receipts', 'receives an unknown product', 'unknown_product', () => ({ article: 'T99' })),
  inRow('sales', 'sells an unknown product', 'unknown_product', () => ({ article: 'T99' })),
  inRow('repricings', 'reprices an unknown product', 'unknown_product', () => ({ article: 'T99' })),
  inRow('receipts', 'receives at an unknown place', 'unknown_location', () => ({ location: 'М99' })),
  inRow('sales', 'sells at an unknown place', 'unknown_location', () => ({ location: 'М99' })),
  inRow('transfers', 'moves to an unknown place', 'unknown_location', () => ({ to: 'М99' })),
  inRow('charges', 'charges an unknown producer', 'unknown_producer', () => ({ producer: '999' })),
  inRow('payouts', 'pays an unknown producer', 'unknown_producer', () => ({ producer: '999' })),
  inRow('products', 'has a product of an unknown producer', 'unknown_producer', () => ({ producer: '999' })),
  inRow<'money'>('money', 'pays an unknown partner', 'unknown_partner', () => ({
    from: { account: 'cash' },
    to: { account: 'partner', who: 'НЕТ' },
  })),
  inRow('locations', 'shares with an unknown partner', 'unknown_partner', (row) =>
    row.partner === undefined ? undefined : { partner: 'НЕТ' },
  ),
]

const fraction = (row: { article: string; quantity: number }, good: GeneratedBook) =>
  isPieces(good, row.article) ? { quantity: row.quantity + 500 } : undefined

const NUMBERS: readonly Spoiler[] = [
  inRow('receipts', 'receives a part of a piece', 'fraction_of_piece', fraction),
  inRow('sales', 'sells a part of a piece', 'fraction_of_piece', fraction),
  inRow('customerReturns', 'brings back a part of a piece', 'fraction_of_piece', fraction),
  inRow('stockCounts', 'counts a part of a piece', 'fraction_of_piece', (row, good) =>
    isPieces(good, row.article) ? { counted: row.counted + 1 } : undefined,
  ),
  inRow('sales', 'sells nothing', 'quantity_not_positive', () => ({ ...plain, quantity: 0 })),
  inRow('receipts', 'receives less than nothing', 'quantity_not_positive', () => ({ quantity: -1000 })),
  inRow('sales', 'gives more off than the line is worth', 'discount_out_of_range', () => ({
    price: 100,
    discount: { amount: 10_000_000_000 },
    amount: undefined,
  })),
  inRow('sales', 'gives a negative discount', 'number_out_of_range', () => ({
    price: 100,
    discount: { amount: -1 },
    amount: undefined,
  })),
  inRow('sales', 'names another sum', 'amount_differs', () => ({ amount: 999_999_999_999 })),
  inRow('charges', 'charges nothing', 'amount_zero', () => ({ amount: 0 })),
  inRow('payouts', 'pays nothing', 'amount_zero', () => ({ amount: 0 })),
  inRow('receipts', 'has a negative price', 'price_negative', () => ({ price: -1, paperDate: undefined })),
]

const DATES: readonly Spoiler[] = [
  inRow('sales', 'sells tomorrow', 'date_in_future', (_, good) => ({
    date: plusDays(good.today, 1),
    paperDate: undefined,
  })),
  inRow('receipts', 'receives tomorrow', 'date_in_future', (_, good) => ({
    date: plusDays(good.today, 1),
    paperDate: undefined,
  })),
  inRow('payouts', 'pays tomorrow', 'date_in_future', (_, good) => ({
    date: plusDays(good.today, 1),
    paperDate: undefined,
  })),
  inRow('sales', 'has a paper of the day after', 'paper_date_after', (row) => ({
    paperDate: plusDays(row.date, 1),
  })),
  inRow('receipts', 'expires before it is made', 'expires_before_made', (row) => ({
    made: row.date,
    expires: plusDays(row.date, -1),
  })),
]

const WORDS: readonly Spoiler[] = [
  inRow('transfers', 'moves to the same place', 'same_place', (row) => ({ to: row.from })),
  inRow<'sales'>('sales', 'sells on credit to nobody', 'credit_without_customer', () => ({
    number: undefined,
    payment: 'credit',
    customer: undefined,
  })),
  {
    what: 'has a default by the piece without its sum',
    code: 'terms_incomplete',
    sheet: 'settings',
    spoil: ({ book }) => {
      const last = book.settings.find(({ values }) => values.parameter === 'Ставка')
      if (!last) return undefined
      const fixed = changed<'settings'>(last, { parameter: 'Схема', value: 'за единицу' })
      const settings = book.settings.filter(({ values }) => values.parameter !== 'Схема')
      return {
        book: { ...book, settings: settings.map((row) => (row === last ? fixed : row)) },
        row: last.row,
      }
    },
  },
  byRow<'sales'>('sales', 'gives one paper two dates', 'value_differs', ({ book }) => {
    const row = book.sales.find(({ values }) => values.number !== undefined && values.paperDate !== undefined)
    if (row?.values.paperDate === undefined) return undefined
    return { ...row.values, price: 0, quantity: 1000, paperDate: plusDays(row.values.paperDate, -1) }
  }),
  byRow<'sales'>('sales', 'gives one paper two customers', 'value_differs', ({ book }) => {
    const row = book.sales.find(({ values }) => values.number !== undefined && values.customer !== undefined)
    return row && { ...row.values, price: 0, quantity: 1000, customer: 'Кто-то другой' }
  }),
  inRow<'locations'>('locations', 'has two shares of one day', 'value_differs', (row, good) => {
    const other = good.book.locations.find(({ values }) => values.code === row.code)?.values
    if (row.share === undefined || other?.share === undefined || other === row) return undefined
    return { shareFrom: other.shareFrom, share: (other.share + 1) % 10_000, partner: other.partner }
  }),
  inRow('money', 'moves money from an account to itself', 'money_same_account', (row) => ({ to: row.from })),
  inRow('locations', 'shares without a partner', 'place_without_partner', (row) =>
    row.share === undefined ? undefined : { partner: undefined },
  ),
  inRow('rules', 'has a rule without its number', 'rule_incomplete', () => ({
    rate: undefined,
    amount: undefined,
  })),
  inRow('terms', 'has a percent without a rate', 'terms_incomplete', (row) =>
    row.method === 'percent_of_sale' ? { rate: undefined } : undefined,
  ),
  byRow<'terms'>(
    'terms',
    'names another producer than the product has',
    'product_of_other_producer',
    (good, pick) => {
      const product = good.book.products[pick % good.book.products.length]?.values
      const other = good.book.producers.find((row) => row.values.code !== product?.producer)?.values
      if (!product || !other) return undefined
      return { from: '2026-01-01', article: product.article, producer: other.code, method: 'difference' }
    },
  ),
]

/** Spoilers that take away what a sale of a plain product needs. */
function withSoldArticle(spoil: (book: Book, article: string) => Book): Spoiler['spoil'] {
  return (good, pick) => {
    const articles = good.book.sales
      .filter((row) => row.values.price === undefined)
      .map((row) => row.values.article)
      .filter((article) => good.book.products.some((row) => row.values.article === article))
    const article = articles[pick % Math.max(articles.length, 1)]
    return article === undefined ? undefined : { book: spoil(good.book, article) }
  }
}

function without<K extends SheetKey>(
  rows: readonly (BookRow<K> & { values: { article: string } })[],
  article: string,
  change: Change<K>,
): BookRow<K>[] {
  return rows.map((row) => (row.values.article === article ? changed<K>(row, change) : row))
}

const NEEDS: readonly Spoiler[] = [
  {
    what: 'sells what has no price',
    code: 'no_price',
    sheet: 'sales',
    spoil: withSoldArticle((book, article) => {
      return {
        ...book,
        products: without<'products'>(book.products, article, { price: undefined }),
        receipts: without<'receipts'>(book.receipts, article, { price: undefined }),
        repricings: book.repricings.filter((row) => row.values.article !== article),
      }
    }),
  },
  {
    what: 'sells by net price what has none',
    code: 'no_net_price',
    sheet: 'sales',
    spoil: withSoldArticle((book, article) => {
      const places = [...new Set(book.locations.map((row) => row.values.code))]
      const terms = places.map((location, index) => ({
        row: 1000 + index,
        values: { from: '2025-01-01', article, location, method: 'difference' as const },
      }))
      const kept = book.terms.filter(
        (row) => row.values.article !== article || row.values.location === undefined,
      )
      return {
        ...book,
        products: without<'products'>(book.products, article, { net: undefined }),
        receipts: without<'receipts'>(book.receipts, article, { net: undefined }),
        openingStock: without<'openingStock'>(book.openingStock, article, { net: undefined }),
        terms: [...kept, ...terms],
      }
    }),
  },
  {
    what: 'has no terms',
    code: 'no_terms',
    sheet: 'sales',
    spoil: ({ book }) => {
      if (book.sales.length === 0) return undefined
      const settings = book.settings.filter((row) => !['Схема', 'Ставка'].includes(row.values.parameter))
      return { book: { ...book, terms: [], settings } }
    },
  },
]

export const SPOILERS: readonly Spoiler[] = [...STOCK, ...UNKNOWN, ...NUMBERS, ...DATES, ...WORDS, ...NEEDS]

/** Spoils the book in one of the ways that fit it. */
function spoilt(good: GeneratedBook, way: number, pick: number): SpoiltBook | undefined {
  for (let turn = 0; turn < SPOILERS.length; turn += 1) {
    const spoiler = SPOILERS[(way + turn) % SPOILERS.length]
    const result = spoiler?.spoil(good, pick)
    if (!spoiler || !result) continue
    const { what, sheet, code } = spoiler
    return { book: result.book, today: good.today, what, sheet, row: result.row, code }
  }
  return undefined
}

/** A good book and the same book with one thing wrong. */
export function spoiltBookArbitrary(sizes?: Sizes): fc.Arbitrary<{ good: GeneratedBook; bad: SpoiltBook }> {
  return fc
    .record({
      good: bookArbitrary(sizes),
      way: fc.nat({ max: SPOILERS.length - 1 }),
      pick: fc.nat({ max: 999 }),
    })
    .map(({ good, way, pick }) => ({ good, bad: spoilt(good, way, pick) }))
    .filter((pair): pair is { good: GeneratedBook; bad: SpoiltBook } => pair.bad !== undefined)
}
