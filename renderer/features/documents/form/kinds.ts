/**
 * Every kind of document as data: the fields of its head and the columns of its lines, named as the document's schema
 * names them. One form draws them all.
 */
import type { documentsRu } from '../../../texts/documents-ru.ts'
import type { FormKind } from './cells.ts'

export type HeadType = 'date' | 'text' | 'place' | 'producer' | 'customer' | 'discount'

/** What is typed or chosen; the last row is worked out by the core and only looked at. */
export type ColumnType =
  | 'product'
  | 'producer'
  | 'place'
  | 'lot'
  | 'sale'
  | 'account'
  | 'charge'
  | 'payment'
  | 'bearer'
  | 'method'
  | 'quantity'
  | 'money'
  | 'discount'
  | 'date'
  | 'text'
  | 'article'
  | 'unit'
  | 'commission'
  | 'amount'
  | 'book'

type FieldLabel = keyof (typeof documentsRu)['documents']['field']
type LineLabel = keyof (typeof documentsRu)['documents']['line']

export interface HeadField {
  readonly key: string
  readonly type: HeadType
  readonly label: FieldLabel
  readonly width: number
  readonly needed?: boolean
}

export interface LineField {
  readonly key: string
  readonly type: ColumnType
  readonly label: LineLabel
  readonly width: number
  readonly grow?: number
  readonly enter?: 'always' | 'empty'
}

export interface KindForm {
  readonly head: readonly HeadField[]
  readonly lines: readonly LineField[]
  /** The name of the lines in the document. */
  readonly list: 'lines' | 'lots'
}

const date: HeadField = { key: 'date', type: 'date', label: 'date', width: 118, needed: true }
const place: HeadField = { key: 'location', type: 'place', label: 'location', width: 170, needed: true }
const paper: readonly HeadField[] = [
  { key: 'paperNumber', type: 'text', label: 'paperNumber', width: 118 },
  { key: 'paperDate', type: 'date', label: 'paperDate', width: 118 },
]
const note: HeadField = { key: 'note', type: 'text', label: 'note', width: 150 }

const article: LineField = { key: '#article', type: 'article', label: 'article', width: 72 }
const product: LineField = {
  key: 'product',
  type: 'product',
  label: 'product',
  width: 150,
  grow: 1,
  enter: 'always',
}
const unit: LineField = { key: '#unit', type: 'unit', label: 'unit', width: 54 }
const quantity: LineField = {
  key: 'quantity_milli',
  type: 'quantity',
  label: 'quantity',
  width: 68,
  enter: 'always',
}
const price: LineField = { key: 'price_tyiyn', type: 'money', label: 'price', width: 80, enter: 'empty' }
const commission: LineField = { key: '#commission', type: 'commission', label: 'commission', width: 84 }
const amount: LineField = { key: '#amount', type: 'amount', label: 'amount', width: 92 }
const sum: LineField = { key: 'amount_tyiyn', type: 'money', label: 'amount', width: 120, enter: 'always' }
const lot: LineField = { key: 'lot', type: 'lot', label: 'lot', width: 112 }
const bearer: LineField = { key: 'bearer', type: 'bearer', label: 'bearer', width: 116, enter: 'empty' }
const producer: LineField = {
  key: 'producer',
  type: 'producer',
  label: 'producer',
  width: 200,
  grow: 1,
  enter: 'always',
}
const lineNote: LineField = { key: 'note', type: 'text', label: 'note', width: 140, grow: 1 }
const reason: LineField = { key: 'reason', type: 'text', label: 'reason', width: 140 }
const made: LineField = { key: 'made', type: 'date', label: 'made', width: 92 }
const expires: LineField = { key: 'expires', type: 'date', label: 'expires', width: 92 }
const payment: LineField = { key: 'payment', type: 'payment', label: 'payment', width: 76 }

export const KIND_FORMS: Readonly<Record<FormKind, KindForm>> = {
  receipt: {
    head: [
      date,
      { key: 'producer', type: 'producer', label: 'producer', width: 230, needed: true },
      { ...place, label: 'to' },
      ...paper,
      note,
    ],
    lines: [article, product, unit, quantity, price, commission, made, expires, amount],
    list: 'lines',
  },
  sale: {
    head: [
      date,
      place,
      { key: 'customer', type: 'customer', label: 'customer', width: 170 },
      { key: 'discount', type: 'discount', label: 'discount', width: 84 },
      ...paper,
      note,
    ],
    lines: [
      article,
      product,
      unit,
      quantity,
      { ...price, label: 'price' },
      { key: 'discount', type: 'discount', label: 'discount', width: 66 },
      payment,
      lot,
      amount,
    ],
    list: 'lines',
  },
  customer_return: {
    head: [date, { key: 'customer', type: 'customer', label: 'customer', width: 170 }, ...paper, note],
    lines: [
      { key: 'sale', type: 'sale', label: 'sale', width: 136, enter: 'always' },
      product,
      unit,
      quantity,
      { key: 'location', type: 'place', label: 'place', width: 120 },
      payment,
      amount,
    ],
    list: 'lines',
  },
  producer_return: {
    head: [date, place, ...paper, note],
    lines: [article, product, unit, quantity, lot, reason],
    list: 'lines',
  },
  transfer: {
    head: [
      date,
      { key: 'from', type: 'place', label: 'from', width: 180, needed: true },
      { key: 'to', type: 'place', label: 'to', width: 180, needed: true },
      ...paper,
      note,
    ],
    lines: [article, product, unit, quantity, lot],
    list: 'lines',
  },
  write_off: {
    head: [date, place, ...paper, note],
    lines: [article, product, unit, quantity, lot, bearer, reason],
    list: 'lines',
  },
  stock_count: {
    head: [date, place, ...paper, note],
    lines: [
      article,
      product,
      unit,
      { ...quantity, key: 'counted_milli', label: 'counted', width: 90 },
      { key: '#book', type: 'book', label: 'book', width: 90 },
      bearer,
      amount,
    ],
    list: 'lines',
  },
  repricing: {
    head: [date, ...paper, note],
    lines: [article, product, unit, { ...price, label: 'newPrice', width: 120, enter: 'always' }],
    list: 'lines',
  },
  charge: {
    head: [date, ...paper, note],
    lines: [
      producer,
      { key: 'what', type: 'charge', label: 'what', width: 170, enter: 'always' },
      sum,
      lineNote,
    ],
    list: 'lines',
  },
  payout: {
    head: [date, ...paper, note],
    lines: [producer, sum, { key: 'method', type: 'method', label: 'method', width: 110 }, lineNote],
    list: 'lines',
  },
  money: {
    head: [date, ...paper, note],
    lines: [
      { key: 'from', type: 'account', label: 'from', width: 190, enter: 'always' },
      { key: 'to', type: 'account', label: 'to', width: 190, enter: 'always' },
      sum,
      lineNote,
    ],
    list: 'lines',
  },
  opening: {
    head: [date, ...paper, note],
    lines: [
      { key: 'location', type: 'place', label: 'place', width: 100, enter: 'always' },
      { ...product, width: 120 },
      quantity,
      { key: 'received', type: 'date', label: 'received', width: 92 },
      { key: 'net_tyiyn', type: 'money', label: 'net', width: 92 },
      made,
      expires,
    ],
    list: 'lots',
  },
}

/** Columns that only tell; a narrow window does without them, because the right side tells the same. */
export const isSpare = ({ type }: LineField): boolean =>
  type === 'article' || type === 'unit' || type === 'commission'

/** Whether the fields of goods stand at a place of the head. */
export const placeField = (kind: FormKind): string => (kind === 'transfer' ? 'from' : 'location')
