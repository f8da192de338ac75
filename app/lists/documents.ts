/** The list of documents: posted ones from the file page by page, drafts among them. */
import {
  DOCUMENT_SORTS,
  type DocumentFilterValues,
  type DocumentListRow,
  type DocumentShape,
  type DocumentSort,
  documentListRow,
  documentOrder,
  documentSums,
  isPaged,
} from '../../db/queries/document-list.ts'
import { allDrafts } from '../../db/queries/documents.ts'
import type { Reader } from '../../db/sqlite/connection.ts'
import { documentNumber } from '../../domain/documents/document.ts'
import { fold } from '../../domain/fold.ts'
import type { DocumentRow, ListFilter, ListPage, ListQuery } from '../../domain/views.ts'
import { kept } from '../kept.ts'
import { type Ledger, look } from '../ledger.ts'
import { draftFits, draftRow } from './draft-rows.ts'
import { compareValues, type Value } from './rows.ts'
import { whoOf } from './who.ts'

export function listDocuments(ledger: Ledger, query: ListQuery): Promise<ListPage<DocumentRow>> {
  return look(ledger, () => documentsIn(ledger, query))
}

/** A row with what it is ordered by: the values of the column, then its id. */
interface Placed {
  readonly row: DocumentRow
  readonly keys: readonly Value[]
}

export function documentsIn(ledger: Ledger, { filter, sort, page }: ListQuery): ListPage<DocumentRow> {
  const column = sortOf(sort.column)
  const drafts = draftsOf(ledger, filter, column).sort((a, b) => direction(sort) * comparePlaced(a, b))
  const draftAmount = drafts.reduce((sum, { row }) => sum + row.amount, 0)
  if (filter.status === 'draft') {
    const rows = drafts.slice(page.offset, page.offset + page.limit).map(({ row }) => row)
    return { rows, total: drafts.length, totals: { amount: draftAmount } }
  }
  const shape = shapeOf(filter)
  const values = valuesOf(filter)
  const sums = kept(ledger, `documents ${JSON.stringify([shape, values])}`, () =>
    documentSums(shape).get(ledger.connection, values),
  )
  // Any draft may stand before the page, so the page begins that much earlier, and is cut after the merge.
  const start = Math.max(0, page.offset - drafts.length)
  const limit = page.offset - start + page.limit
  const posted = idsOf(ledger, { shape, values, column, descending: sort.descending }, start, limit).flatMap(
    (id) => {
      const row = documentListRow.get(ledger.connection, { id })
      return row ? placed(ledger, row, column) : []
    },
  )
  const merged = merge(posted, drafts, direction(sort))
  const rows = merged.slice(page.offset - start, page.offset - start + page.limit).map(({ row }) => row)
  return {
    rows,
    total: (sums?.count ?? 0) + drafts.length,
    totals: { amount: (sums?.amount_tyiyn ?? 0) + draftAmount },
  }
}

interface Order {
  readonly shape: DocumentShape
  readonly values: DocumentFilterValues
  readonly column: DocumentSort
  readonly descending: boolean
}

/** Cut out by an index where there is one; else from the order of all, which is worked out once. */
function idsOf(ledger: Ledger, order: Order, offset: number, limit: number): readonly number[] {
  const { shape, values, column, descending } = order
  const read = (): number[] =>
    documentOrder(shape, column, descending)
      .all(ledger.connection, { ...values, offset, limit })
      .map(({ id }) => id)
  if (isPaged(shape, column)) return read()
  return kept(ledger, `order ${JSON.stringify(order)}`, read).slice(offset, offset + limit)
}

const direction = ({ descending }: ListQuery['sort']): 1 | -1 => (descending ? -1 : 1)

function sortOf(column: string): DocumentSort {
  return DOCUMENT_SORTS.find((known) => known === column) ?? 'date'
}

const TEXT_OF_NUMBER = /^[а-я]{0,2}[-\d]*$/

function shapeOf(filter: ListFilter): DocumentShape {
  const text = fold(filter.text ?? '')
  return {
    kinds: [...new Set(filter.kinds ?? [])].sort(),
    status: filter.status === 'draft' ? null : (filter.status ?? null),
    from: filter.from !== undefined,
    to: filter.to !== undefined,
    producer: filter.producer !== undefined,
    product: filter.product !== undefined,
    location: filter.location !== undefined,
    lot: filter.lot !== undefined,
    text: text === '' ? null : TEXT_OF_NUMBER.test(text) ? 'number' : 'name',
  }
}

function valuesOf(filter: ListFilter): DocumentFilterValues {
  const text = fold(filter.text ?? '')
  return {
    from: filter.from ?? '',
    to: filter.to ?? '',
    producer: filter.producer ?? 0,
    product: filter.product ?? 0,
    location: filter.location ?? 0,
    lot: filter.lot ?? 0,
    text,
    capitals: text.toUpperCase(),
  }
}

function draftsOf(ledger: Ledger, filter: ListFilter, column: DocumentSort): Placed[] {
  if (filter.status === 'posted' || filter.status === 'reversed') return []
  return allDrafts
    .all(ledger.connection, {})
    .map((draft) => ({ draft, row: draftRow(ledger, draft) }))
    .filter(({ draft, row }) => draftFits(ledger, draft, row, filter))
    .map(({ row }) => ({ row, keys: draftKeys(row, column) }))
}

/** A draft stands after every posted document of its day; one without a date above them all. */
function draftKeys(row: DocumentRow, column: DocumentSort): Value[] {
  const date = row.date === '' ? '9999-99-99' : row.date
  const keys: Readonly<Record<DocumentSort, Value[]>> = {
    date: [date],
    number: [row.kind, Number(date.slice(0, 4)), Number.MAX_SAFE_INTEGER],
    kind: [row.kind, date],
    amount: [row.amount],
    paperNumber: [row.paperNumber],
    who: [fold(row.who)],
    location: [row.location],
  }
  return [...keys[column], Number.MAX_SAFE_INTEGER]
}

function placed(ledger: Ledger, own: DocumentListRow, column: DocumentSort): Placed {
  const row = postedRow(ledger, own)
  const keys: Readonly<Record<DocumentSort, Value[]>> = {
    date: [own.date],
    number: [own.kind, own.year, own.number],
    kind: [own.kind, own.date],
    amount: [own.amount_tyiyn],
    paperNumber: [own.paper_number ?? ''],
    who: [foldedName(ledger, own)],
    location: [row.location],
  }
  return { row, keys: [...keys[column], own.id] }
}

function foldedName({ catalogue }: Ledger, { producer_id, customer_id }: DocumentListRow): string {
  if (producer_id !== null) return catalogue.producer(producer_id).name_fold
  return customer_id === null ? '' : catalogue.customer(customer_id).name_fold
}

function postedRow(ledger: Ledger, row: DocumentListRow): DocumentRow {
  const input = JSON.parse(row.input) as { note?: string; reason?: string }
  return {
    key: `d${row.id}`,
    id: row.id,
    draft: null,
    status: row.reverses_id !== null ? 'reversal' : row.reversed_by !== null ? 'reversed' : 'posted',
    kind: row.kind,
    number: documentNumber(row.kind, row.year, row.number),
    paperNumber: row.paper_number ?? '',
    date: row.date,
    location: row.location_id === null ? '' : ledger.catalogue.location(row.location_id).name,
    who: whoOf(ledger, row, input),
    amount: row.amount_tyiyn,
    note: input.note ?? input.reason ?? '',
  }
}

/** As SQLite compares: numbers by size, texts by their letters' codes. */
function comparePlaced(left: Placed, right: Placed): number {
  for (const [index, key] of left.keys.entries()) {
    const other = right.keys[index] ?? null
    if (key === other) continue
    if (typeof key === 'string' && typeof other === 'string') return key < other ? -1 : 1
    const order = compareValues(key, other)
    if (order !== 0) return order
  }
  return left.row.key < right.row.key ? -1 : 1
}

function merge(posted: readonly Placed[], drafts: readonly Placed[], sign: 1 | -1): Placed[] {
  const merged: Placed[] = []
  let next = 0
  for (const row of posted) {
    for (; next < drafts.length; next += 1) {
      const draft = drafts[next]
      if (!draft || sign * comparePlaced(draft, row) > 0) break
      merged.push(draft)
    }
    merged.push(row)
  }
  return [...merged, ...drafts.slice(next)]
}

/** The rows of the newest drafts. */
export function newestDrafts(ledger: Ledger, reader: Reader, most: number): DocumentRow[] {
  return allDrafts
    .all(reader, {})
    .reverse()
    .slice(0, most)
    .map((draft) => draftRow(ledger, draft))
}
