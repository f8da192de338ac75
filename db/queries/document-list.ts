/** Pages of posted documents: each combination of filters is a query of its own, compiled once. */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { DocumentKind } from '../../domain/documents/document.ts'
import { type Query, query } from '../query.ts'
import type { DocumentTable, Schema } from '../schema.ts'

export const DOCUMENT_SORTS = ['date', 'number', 'kind', 'amount', 'paperNumber', 'who', 'location'] as const
export type DocumentSort = (typeof DOCUMENT_SORTS)[number]

/** Which filters a list has; what they are set to comes with each run. */
export interface DocumentShape {
  readonly kinds: readonly DocumentKind[]
  readonly status: 'posted' | 'reversed' | null
  readonly from: boolean
  readonly to: boolean
  readonly producer: boolean
  readonly product: boolean
  readonly location: boolean
  readonly lot: boolean
  /** `number`: a text that can be part of a number is also looked for there. */
  readonly text: 'name' | 'number' | null
}

export interface DocumentFilterValues {
  readonly from: string
  readonly to: string
  readonly producer: number
  readonly product: number
  readonly location: number
  readonly lot: number
  /** Folded; a paper's number is also tried in capitals, because it is kept as it was written. */
  readonly text: string
  readonly capitals: string
}

interface PageValues extends DocumentFilterValues {
  readonly limit: number
  readonly offset: number
}

export type DocumentListRow = Omit<DocumentTable, 'import_id' | 'import_sheet' | 'import_row'> & {
  readonly reversed_by: number | null
}

type Where = ExpressionBuilder<{ d: DocumentTable } & Schema, 'd'>

/** The paper's number as it is printed, in small letters. */
const FOLDED_NUMBER = sql<string>`CASE d.kind WHEN 'opening' THEN 'но' WHEN 'receipt' THEN 'пр' WHEN 'transfer' THEN 'пм'
  WHEN 'sale' THEN 'рл' WHEN 'customer_return' THEN 'вп' WHEN 'producer_return' THEN 'вк' WHEN 'write_off' THEN 'сп'
  WHEN 'stock_count' THEN 'ин' WHEN 'repricing' THEN 'цн' WHEN 'charge' THEN 'уд' WHEN 'settlement' THEN 'ок'
  WHEN 'payout' THEN 'вд' ELSE 'дд' END || '-' || d.year || '-' || printf('%06d', d.number)`

function fits(eb: Where, shape: DocumentShape, p: DocumentFilterValues): Expression<SqlBool> {
  const all: Expression<SqlBool>[] = []
  if (shape.kinds.length === 1) all.push(eb('d.kind', '=', shape.kinds[0] as DocumentKind))
  if (shape.kinds.length > 1) all.push(eb('d.kind', 'in', shape.kinds))
  if (shape.from) all.push(eb('d.date', '>=', p.from))
  if (shape.to) all.push(eb('d.date', '<=', p.to))
  if (shape.status !== null) all.push(standing(shape.status))
  if (shape.producer) all.push(ofProducer(p.producer))
  if (shape.product) all.push(ofProduct(p.product))
  if (shape.location) all.push(atLocation(p.location))
  if (shape.lot) all.push(ofLot(p.lot))
  if (shape.text !== null) all.push(says(shape.text, p))
  return eb.and(all)
}

/** By the few reversals there are, so that nothing but an index is read of all the others. */
const standing = (status: 'posted' | 'reversed'): Expression<SqlBool> =>
  status === 'posted'
    ? sql<boolean>`d.id NOT IN (SELECT id FROM document WHERE reverses_id > 0)
        AND d.id NOT IN (SELECT reverses_id FROM document WHERE reverses_id > 0)`
    : sql<boolean>`d.id IN (SELECT id FROM document WHERE reverses_id > 0
        UNION SELECT reverses_id FROM document WHERE reverses_id > 0)`

/** Whose account it moved, or whose goods; what moves nothing is told by its lines. */
const ofProducer = (producer: number): Expression<SqlBool> => sql<boolean>`d.id IN (
  SELECT document_id FROM money_move WHERE producer_id = ${producer}
  UNION SELECT document_id FROM stock_move
    WHERE product_id IN (SELECT id FROM product WHERE producer_id = ${producer})
  UNION SELECT l.document_id FROM document r CROSS JOIN document_line l
    WHERE r.kind = 'repricing' AND l.document_id = r.id AND l.producer_id = ${producer}
  UNION SELECT id FROM document WHERE kind = 'settlement' AND producer_id = ${producer})`

const ofProduct = (product: number): Expression<SqlBool> => sql<boolean>`d.id IN (
  SELECT document_id FROM stock_move WHERE product_id = ${product}
  UNION SELECT l.document_id FROM document r CROSS JOIN document_line l
    WHERE r.kind = 'repricing' AND l.document_id = r.id AND l.product_id = ${product}
  UNION SELECT document_id FROM document_line WHERE set_id = ${product} AND set_id > 0)`

/** A return and an opening name the place line by line; a transfer also goes to one. */
const atLocation = (location: number): Expression<SqlBool> => sql<boolean>`(d.location_id = ${location}
  OR (d.kind IN ('customer_return', 'opening') AND EXISTS (
    SELECT 1 FROM document_line l WHERE l.document_id = d.id AND l.location_id = ${location}))
  OR (d.kind = 'transfer' AND EXISTS (SELECT 1 FROM stock_move m
    WHERE m.date = d.date AND m.document_id = d.id AND ${location} IN (m.from_id, m.to_id))))`

const ofLot = (lot: number): Expression<SqlBool> => sql<boolean>`d.id IN (SELECT document_id FROM stock_move
  WHERE product_id = (SELECT product_id FROM lot WHERE id = ${lot}) AND lot_id = ${lot})`

function says(kind: 'name' | 'number', { text, capitals }: DocumentFilterValues): Expression<SqlBool> {
  const named = sql`SELECT id FROM document
      WHERE producer_id > 0 AND producer_id IN (SELECT id FROM producer WHERE instr(name_fold, ${text}) > 0)
    UNION SELECT id FROM document
      WHERE customer_id > 0 AND customer_id IN (SELECT id FROM customer WHERE instr(name_fold, ${text}) > 0)
    UNION SELECT id FROM document
      WHERE paper_number > '' AND (instr(paper_number, ${text}) > 0 OR instr(paper_number, ${capitals}) > 0)`
  return kind === 'name'
    ? sql`d.id IN (${named})`
    : sql`d.id IN (${named} UNION SELECT d.id FROM document d WHERE instr(${FOLDED_NUMBER}, ${text}) > 0)`
}

const ORDERS: Readonly<Record<DocumentSort, readonly ReturnType<typeof sql>[]>> = {
  date: [sql`d.date`, sql`d.id`],
  number: [sql`d.kind`, sql`d.year`, sql`d.number`],
  kind: [sql`d.kind`, sql`d.date`, sql`d.id`],
  amount: [sql`d.amount_tyiyn`, sql`d.id`],
  paperNumber: [sql`coalesce(d.paper_number, '')`, sql`d.id`],
  who: [
    sql`coalesce((SELECT name_fold FROM producer WHERE id = d.producer_id), (SELECT name_fold FROM customer WHERE id = d.customer_id), '')`,
    sql`d.id`,
  ],
  location: [sql`coalesce((SELECT name FROM location WHERE id = d.location_id), '')`, sql`d.id`],
}

/**
 * Orders that an index keeps, so that a page of all documents costs no more than its rows; amounts are sorted out of an
 * index that holds them, for an order of their own would make every sale dearer.
 */
const INDEXED = new Set<DocumentSort>(['date', 'number', 'kind', 'amount'])

/** Whether a page can be cut out in the file; else the order of all that fit is worked out once. */
export function isPaged(shape: DocumentShape, sort: DocumentSort): boolean {
  const { kinds, status, from, to, producer, product, location, lot, text } = shape
  if (producer || product || location || lot || text !== null || status === 'reversed') return false
  if (sort === 'date') return kinds.length <= 1
  return INDEXED.has(sort) && kinds.length === 0 && !from && !to
}

function orderQuery(shape: DocumentShape, sort: DocumentSort, direction: 'asc' | 'desc', paged: boolean) {
  return query((db, p: PageValues) => {
    let ids = db
      .selectFrom('document as d')
      .select('d.id')
      .where((eb) => fits(eb as unknown as Where, shape, p))
    for (const order of ORDERS[sort]) ids = ids.orderBy(order, direction)
    return paged ? ids.limit(p.limit).offset(p.offset) : ids
  })
}

/** One row of the list: an entered document can be long, so it is only read for the rows that are shown. */
export const documentListRow = query((db, p: { id: number }) =>
  db
    .selectFrom('document as d')
    .leftJoin('document as r', 'r.reverses_id', 'd.id')
    .select(['d.id', 'd.uuid', 'd.kind', 'd.year', 'd.number', 'd.date', 'd.paper_date', 'd.paper_number'])
    .select(['d.location_id', 'd.producer_id', 'd.customer_id', 'd.amount_tyiyn', 'd.reverses_id', 'd.input'])
    .select('r.id as reversed_by')
    .where('d.id', '=', p.id),
)

function sumQuery(shape: DocumentShape) {
  return query((db, p: DocumentFilterValues) =>
    db
      .selectFrom('document as d')
      .select((eb) => [
        eb.fn.countAll<number>().as('count'),
        sql<number>`coalesce(sum(d.amount_tyiyn), 0)`.as('amount_tyiyn'),
      ])
      .where((eb) => fits(eb as unknown as Where, shape, p)),
  )
}

const orders = new Map<string, ReturnType<typeof orderQuery>>()
const sums = new Map<string, ReturnType<typeof sumQuery>>()

/** The ids that fit, in order: of one page where {@link isPaged}, else of all. */
export function documentOrder(
  shape: DocumentShape,
  sort: DocumentSort,
  descending: boolean,
): Query<PageValues, { id: number }> {
  const direction = descending ? 'desc' : 'asc'
  return remembered(orders, JSON.stringify([shape, sort, direction]), () =>
    orderQuery(shape, sort, direction, isPaged(shape, sort)),
  )
}

export function documentSums(
  shape: DocumentShape,
): Query<DocumentFilterValues, { count: number; amount_tyiyn: number }> {
  return remembered(sums, JSON.stringify(shape), () => sumQuery(shape))
}

function remembered<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}
