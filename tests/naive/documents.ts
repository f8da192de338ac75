import type { Book, BookRow, SheetKey } from '../../domain/book/sheets.ts'
import { compareText } from './numbers.ts'
import { refuse } from './world.ts'

export type DocumentSheet = Exclude<
  SheetKey,
  'settings' | 'partners' | 'locations' | 'producers' | 'products' | 'sets' | 'terms' | 'rules'
>

/** Rows of one sheet with the same date, number and place; a row without a number stands alone. */
export interface NaiveDocument<K extends DocumentSheet = DocumentSheet> {
  readonly sheet: K
  readonly date: string
  /** What price, terms, agreement and best-before go by. */
  readonly paperDate: string
  readonly number: string | undefined
  readonly rows: BookRow<K>[]
}

/** Within a day documents post in this order; customer returns of a sale of the same day wait for the sales. */
export const ORDER_WITHIN_DAY = [
  'openingBalances',
  'openingStock',
  'receipts',
  'customerReturns',
  'transfers',
  'repricings',
  'sales',
  'producerReturns',
  'writeOffs',
  'stockCounts',
  'charges',
  'payouts',
  'money',
] as const satisfies readonly DocumentSheet[]

/** What says to which document a row belongs. */
interface Head {
  readonly date: string
  readonly paperDate?: string
  readonly number?: string
}

/** Gathers the rows of one sheet into documents; a document stands where its first row stands. */
function documentsOf<K extends DocumentSheet>(
  sheet: K,
  rows: readonly (BookRow<K> & { values: Head })[],
  placeOf: (row: BookRow<K>) => string,
): NaiveDocument<K>[] {
  const documents: (NaiveDocument<K> & { place: string })[] = []
  for (const row of rows) {
    const values: Head = row.values
    const place = placeOf(row)
    const same = documents.find(
      (document) =>
        values.number !== undefined &&
        document.number === values.number &&
        document.date === values.date &&
        document.place === place,
    )
    if (same) {
      same.rows.push(row)
      continue
    }
    documents.push({ sheet, date: values.date, paperDate: '', number: values.number, rows: [row], place })
  }
  return documents.map((document) => ({
    ...document,
    paperDate: oneOf(document, 'paperDate') ?? document.date,
  }))
}

/** A value that the rows of one document give once, or alike; rows that leave it empty have it too. */
export function oneOf<K extends DocumentSheet>(
  document: { readonly sheet: K; readonly rows: readonly BookRow<K>[] },
  field: 'paperDate' | 'customer',
): string | undefined {
  let value: string | undefined
  for (const { row, values } of document.rows) {
    const own = (values as { paperDate?: string; customer?: string })[field]
    if (own === undefined) continue
    if (value !== undefined && own !== value) refuse(document.sheet, row, 'value_differs')
    value = own
  }
  return value
}

export interface Day {
  readonly date: string
  documents<K extends DocumentSheet>(sheet: K): NaiveDocument<K>[]
}

type Gathered = { [K in DocumentSheet]: NaiveDocument<K>[] }

/** Every day of the book that has documents, in order of date. */
export function daysOf(book: Book): Day[] {
  const producerOf = new Map(book.products.map((row) => [row.values.article, row.values.producer]))
  const gathered: Gathered = {
    openingBalances: documentsOf('openingBalances', book.openingBalances, () => ''),
    openingStock: documentsOf('openingStock', book.openingStock, (row) => row.values.location),
    receipts: documentsOf(
      'receipts',
      book.receipts,
      (row) => `${row.values.location}\n${producerOf.get(row.values.article) ?? ''}`,
    ),
    customerReturns: documentsOf('customerReturns', book.customerReturns, (row) => row.values.location ?? ''),
    transfers: documentsOf('transfers', book.transfers, (row) => `${row.values.from}\n${row.values.to}`),
    repricings: documentsOf('repricings', book.repricings, () => ''),
    sales: documentsOf('sales', book.sales, (row) => row.values.location),
    producerReturns: documentsOf('producerReturns', book.producerReturns, (row) => row.values.location),
    writeOffs: documentsOf('writeOffs', book.writeOffs, (row) => row.values.location),
    stockCounts: documentsOf('stockCounts', book.stockCounts, (row) => row.values.location),
    charges: documentsOf('charges', book.charges, () => ''),
    payouts: documentsOf('payouts', book.payouts, () => ''),
    money: documentsOf('money', book.money, () => ''),
  }
  const dates = new Set(ORDER_WITHIN_DAY.flatMap((sheet) => gathered[sheet].map((document) => document.date)))
  return [...dates].sort(compareText).map((date) => ({
    date,
    documents: <K extends DocumentSheet>(sheet: K): NaiveDocument<K>[] => {
      const all: readonly NaiveDocument<K>[] = gathered[sheet]
      return all.filter((document) => document.date === date)
    },
  }))
}
