/** Groups the rows of a book's document sheets into documents, in the order they post (formats.md section 1). */
import { hash } from 'node:crypto'
import type { Book, BookRow, SheetKey } from '../../domain/book/sheets.ts'
import { type Canonical, canonical } from '../../domain/canonical.ts'
import type { AnyRow } from './book-trouble.ts'

const DOCUMENT_SHEETS = [
  'openingBalances',
  'openingStock',
  'receipts',
  'transfers',
  'sales',
  'customerReturns',
  'producerReturns',
  'writeOffs',
  'repricings',
  'charges',
  'payouts',
  'money',
  'stockCounts',
] as const satisfies readonly SheetKey[]
export type DocumentSheet = (typeof DOCUMENT_SHEETS)[number]

/** Rows of one sheet with one date, number and place. */
export interface BookDocumentOf<K extends DocumentSheet> {
  readonly sheet: K
  readonly date: string
  readonly number: string
  readonly rows: readonly BookRow<K>[]
  /** The document's identity: the same in every later copy of the book. */
  readonly id: string
  /** What its cells say; another text under the same identity is an error. */
  readonly cells: string
  /** Order within its day, then by row. */
  readonly rank: number
  readonly first: number
}

export type BookDocument = { [K in DocumentSheet]: BookDocumentOf<K> }[DocumentSheet]

/** Order within a day; returns of a sale of the same day wait until after the sales. */
const RANK: Readonly<Record<DocumentSheet, number>> = {
  openingBalances: 0,
  openingStock: 0,
  receipts: 1,
  customerReturns: 2,
  transfers: 3,
  repricings: 4,
  sales: 5,
  producerReturns: 7,
  writeOffs: 8,
  stockCounts: 9,
  charges: 10,
  payouts: 11,
  money: 12,
}
export const RANK_OF_LATE_RETURNS = 6

/** All documents of the book, ordered by day, rank and row. */
export function documentsOf(book: Book, producerOf: (article: string) => string): BookDocument[] {
  const documents = DOCUMENT_SHEETS.flatMap((sheet) => documentsOfSheet(book, sheet, producerOf))
  return documents.sort((a, b) => compare(a.date, b.date) || a.rank - b.rank || a.first - b.first)
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

function documentsOfSheet(
  book: Book,
  sheet: DocumentSheet,
  producerOf: (article: string) => string,
): BookDocument[] {
  const groups = new Map<string, { rows: AnyRow[]; first: number }>()
  const repeats = new Map<string, number>()
  book[sheet].forEach((row, index) => {
    const values: Values = row.values
    const key = groupKey(sheet, values, producerOf) ?? numberless(sheet, values, repeats)
    const group = groups.get(key)
    if (group) group.rows.push(row)
    else groups.set(key, { rows: [row], first: index })
  })
  return [...groups].map(([key, { rows, first }]) => bookDocument(sheet, key, rows, first))
}

interface Values {
  readonly date: string
  readonly number?: string
  readonly location?: string
  readonly from?: unknown
  readonly to?: unknown
  readonly article?: string
}

/** A receipt has one producer and a transfer one target: rows of others become documents of their own. */
function groupKey(
  sheet: DocumentSheet,
  values: Values,
  producerOf: (article: string) => string,
): string | undefined {
  const { date, number, location, from, to, article } = values
  if (number === undefined || number === '') return undefined
  const place = sheet === 'transfers' ? `${from}>${to}` : (location ?? '')
  const owner = sheet === 'receipts' ? producerOf(article ?? '') : ''
  return canonical([sheet, date, number, place, owner])
}

/** Without a number a row is a document of its own: the n-th with equal cells. */
function numberless(sheet: DocumentSheet, values: Values, repeats: Map<string, number>): string {
  const cells = canonical([sheet, values as unknown as Canonical])
  const nth = (repeats.get(cells) ?? 0) + 1
  repeats.set(cells, nth)
  return canonical([cells, nth])
}

function bookDocument(
  sheet: DocumentSheet,
  key: string,
  rows: readonly AnyRow[],
  first: number,
): BookDocument {
  const [row] = rows
  if (!row) throw new Error('a document without rows')
  const { date, number = '' } = row.values as Values
  const cells = canonical(rows.map(({ values }) => values as unknown as Canonical))
  const document = {
    sheet,
    date,
    number,
    rows,
    id: digest(key),
    cells: digest(cells),
    rank: RANK[sheet],
    first,
  }
  // The rows were taken from this very sheet of the book.
  return document as unknown as BookDocument
}

/** Half of a SHA-256: enough to tell documents apart, short enough to store with each. */
const digest = (text: string): string => hash('sha256', text, 'hex').slice(0, 32)
